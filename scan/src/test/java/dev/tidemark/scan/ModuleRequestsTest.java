package dev.tidemark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What requests reach in other packages than the one that takes them. */
class ModuleRequestsTest {
  private static final String API =
      """
      package api
      import ("net/http"; "shop/service")
      type API struct{ service *service.Service }
      func New(s *service.Service) *API { return &API{s} }
      func (a *API) Serve(w http.ResponseWriter, r *http.Request) {
      	a.service.Record(r.FormValue("user"))
      }
      """;

  private static final String SERVICE =
      """
      package service
      type Store interface { Put(key string) }
      type Service struct{ store Store }
      func New(s Store) *Service { return &Service{s} }
      func (s *Service) Record(user string) { s.store.Put(user) }
      """;

  private static final String STORE =
      """
      package store
      type Memory struct{ seen map[string]int }
      func New() *Memory { return &Memory{seen: map[string]int{}} }
      func (m *Memory) Put(key string) {
      	m.seen[key]++
      }
      """;

  private static ScanReport report(Settings settings, String... sources) {
    Map<String, String> files = new HashMap<>();
    List<String> packages = new ArrayList<>();
    for (String source : sources) {
      String name = source.substring("package ".length(), source.indexOf('\n'));
      packages.add("shop/" + name);
      files.put("/shop/%1$s/%1$s.go".formatted(name), source);
    }
    return GoSource.module(files, packages, settings);
  }

  private static List<String> scan(String... sources) {
    return report(Settings.DEFAULT, sources).findings().stream()
        .map(finding ->
            finding.span().file().replaceFirst(".*/", "")
                + ":"
                + finding.span().line()
                + " "
                + finding.rule().id())
        .toList();
  }

  @Test
  void callsOverPackagesAndInterfacesAreFollowedAndTold() {
    ScanReport report = report(Settings.DEFAULT, API, SERVICE, STORE);
    assertThat(report.findings())
        .singleElement()
        .satisfies(finding ->
            assertThat(finding.steps())
                .extracting(step -> step.span().line() + " " + step.message())
                .containsExactly(
                    "5 a request comes in",
                    "6 calls service.Service.Record",
                    "5 calls store.Memory.Put",
                    "5 a request adds an element"));
  }

  @Test
  void orderOfThePackagesDoesNotMatter() {
    assertThat(scan(STORE, SERVICE, API)).isEqualTo(scan(API, SERVICE, STORE));
  }

  @Test
  void whatNoRequestReachesIsFine() {
    String main =
        """
        package main
        import ("shop/service"; "shop/store")
        func main() { service.New(store.New()).Record("start") }
        """;
    assertThat(scan(main, SERVICE, STORE)).isEmpty();
  }

  @Test
  void keyThatIsNotTheSendersIsFine() {
    assertThat(scan(API.replace("r.FormValue(\"user\")", "\"all\""), SERVICE, STORE)).isEmpty();
    assertThat(scan(API.replace("r.FormValue(\"user\")", "r.Method"), SERVICE, STORE)).isEmpty();
  }

  @Test
  void whatARequestMakesForItselfIsFine() {
    String service =
        SERVICE
            .replace("package service", "package service\nimport \"shop/store\"")
            .replace("s.store.Put(user)", "store.New().Put(user)");
    assertThat(scan(API, service, STORE)).isEmpty();
    String literal =
        SERVICE
            .replace("package service", "package service\nimport \"shop/store\"")
            .replace("s.store.Put(user)", "(&store.Memory{}).Put(user)");
    assertThat(scan(API, literal, STORE)).isEmpty();
  }

  @Test
  void localMapOfWhatARequestCallsIsFine() {
    String store =
        """
        package store
        type Memory struct{}
        func Each(keys []string, f func(string)) { for _, k := range keys { f(k) } }
        func Distinct(keys []string) int {
        	seen := map[string]bool{}
        	Each(keys, func(key string) { seen[key] = true })
        	return len(seen)
        }
        """;
    String api =
        """
        package api
        import ("net/http"; "shop/store")
        func Serve(w http.ResponseWriter, r *http.Request) {
        	store.Distinct([]string{r.FormValue("a"), r.FormValue("b")})
        }
        """;
    assertThat(scan(api, store)).isEmpty();
  }

  @Test
  void typeWithoutAllMethodsOfTheInterfaceIsNotMeant() {
    String service = SERVICE.replace("{ Put(key string) }", "{ Put(key string); Flush() }");
    assertThat(scan(API, service, STORE)).isEmpty();
    String flushing = STORE + "func (m *Memory) Flush() {}\n";
    assertThat(scan(API, service, flushing)).containsExactly("store.go:5 container-only-grows");
  }

  @Test
  void methodsOfEmbeddedStructsImplementTo() {
    String service = SERVICE.replace("{ Put(key string) }", "{ Put(key string); Flush() }");
    String flushing =
        STORE
            + """
            type File struct{ *Memory }
            func (f *File) Flush() {}
            """;
    assertThat(scan(API, service, flushing)).containsExactly("store.go:5 container-only-grows");
  }

  @Test
  void nobodyKnowsWhichOfManyImplementationsIsMeant() {
    StringBuilder many = new StringBuilder(STORE);
    for (int i = 0; i < 8; i++) {
      many.append("type Other%1$d struct{}\nfunc (o Other%1$d) Put(key string) {}\n".formatted(i));
    }
    assertThat(scan(API, SERVICE, many.toString())).isEmpty();
  }

  @Test
  void callsDeeperThanTheLimitAreNotFollowed() {
    assertThat(report(depth(1), API, SERVICE, STORE).findings()).isEmpty();
    assertThat(report(depth(2), API, SERVICE, STORE).findings()).hasSize(1);
  }

  private static Settings depth(int calls) {
    Limits limits = new Limits(Limits.DEFAULT.timer(), calls, 10, 1);
    return new Settings(Choice.ALL, Wrappers.NONE, limits);
  }

  @Test
  void functionThatIsGivenToARouterIsAHandler() {
    String main =
        """
        package main
        import ("shop/store"; "shop/web")
        type router struct{ all map[string]any }
        func (r *router) Get(path string, run any) { r.all[path] = run }
        func main() {
        	pages := web.New(store.New())
        	r := &router{map[string]any{}}
        	r.Get("/user", pages.User)
        }
        """;
    String web =
        """
        package web
        import "shop/store"
        type Pages struct{ store *store.Memory }
        func New(s *store.Memory) *Pages { return &Pages{s} }
        func (p *Pages) User(name string) string { p.store.Put(name); return name }
        """;
    assertThat(scan(main, web, STORE)).containsExactly("store.go:5 container-only-grows");
  }

  @Test
  void contextThatHoldsRequestAndWriterMakesAHandler() {
    String web =
        """
        package web
        import ("net/http"; "shop/store")
        type Base struct { Out http.ResponseWriter; In *http.Request }
        type Context struct { *Base; store *store.Memory }
        func User(c *Context) { c.store.Put(c.In.FormValue("user")) }
        """;
    assertThat(scan(web, STORE)).containsExactly("store.go:5 container-only-grows");
    assertThat(scan(web.replace("Out http.ResponseWriter; ", ""), STORE)).isEmpty();
  }

  @Test
  void commentThatSilencesIsHeeded() {
    String silenced =
        STORE.replace(
            "\tm.seen[key]++",
            "\t//tidemark:ignore container-only-grows few users\n\tm.seen[key]++");
    assertThat(scan(API, SERVICE, silenced)).isEmpty();
  }

  @Test
  void storeInMemoryIsToHoldWhatItIsGiven() {
    assertThat(scan(API, SERVICE, STORE.replace("package store", "package memory"))).isEmpty();
  }

  @Test
  void whatStandsInForOthersInTestsIsNotMeant() {
    assertThat(scan(API, SERVICE, STORE.replace("Memory", "MockStore"))).isEmpty();
    assertThat(scan(API, SERVICE, STORE.replace("package store", "package storefakes"))).isEmpty();
    String testing = STORE.replace("package store", "package store\nimport _ \"testing\"");
    assertThat(scan(API, SERVICE, testing)).isEmpty();
  }

  @Test
  void handlersOfTestsDoNotCount() {
    Map<String, String> files =
        Map.of(
            "/shop/store/store.go",
            STORE,
            "/shop/store/store_test.go",
            """
            package store
            import "net/http"
            var memory = New()
            func serve(w http.ResponseWriter, r *http.Request) { memory.Put(r.URL.Path) }
            """);
    assertThat(GoSource.module(files, List.of("shop/store"), Settings.DEFAULT).findings())
        .isEmpty();
  }
}
