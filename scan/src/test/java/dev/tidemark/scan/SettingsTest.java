package dev.tidemark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a user says of rules, functions and limits makes findings go and come. */
class SettingsTest {
  private static final String DRAINED =
      """
      type sink struct{ n int }
      func (s *sink) drain(resp *http.Response) { println(resp.StatusCode) }
      func price(s *sink) int {
      	resp, err := http.Get("u")
      	if err != nil { return 0 }
      	s.drain(resp)
      	return 1
      }
      func stock(s *sink) int {
      	resp, err := http.Get("u")
      	if err != nil { return 0 }
      	finish(s, resp)
      	return 1
      }
      func finish(s *sink, resp *http.Response) { s.drain(resp) }
      """;

  private static List<String> found(String body, Settings settings) {
    return GoSource.report(body, settings).findings().stream()
        .filter(finding -> !finding.rule().id().equals("call-without-context"))
        .map(finding ->
            "%s %s:%d"
                .formatted(finding.leakClass(), finding.rule().id(), finding.span().line() - 4))
        .toList();
  }

  private static Settings with(Wrappers wrappers) {
    return new Settings(Choice.ALL, wrappers, Limits.DEFAULT);
  }

  private static Settings with(Choice choice) {
    return new Settings(choice, Wrappers.NONE, Limits.DEFAULT);
  }

  private static Settings with(Limits limits) {
    return new Settings(Choice.ALL, Wrappers.NONE, limits);
  }

  @Test
  void whatClosesIsFollowedThroughOthers() {
    assertThat(found(DRAINED, Settings.DEFAULT))
        .containsExactly("LEAK response-body-not-closed:4", "LEAK response-body-not-closed:10");
    Wrappers drain = new Wrappers(Set.of("shop.sink.drain"), Set.of(), Set.of());
    assertThat(found(DRAINED, with(drain))).isEmpty();
    Wrappers finish = new Wrappers(Set.of("shop.finish"), Set.of(), Set.of());
    assertThat(found(DRAINED, with(finish))).containsExactly("LEAK response-body-not-closed:4");
  }

  @Test
  void whatClosesInADeferredLiteralOrAsAMethodOfIt() {
    String source =
        """
        type session struct{ resp *http.Response }
        func (s *session) end() {}
        func price() int {
        	resp, err := http.Get("u")
        	if err != nil { return 0 }
        	s := &session{resp: resp}
        	defer func() { s.end() }()
        	return 1
        }
        """;
    assertThat(found(source, Settings.DEFAULT)).containsExactly("LEAK response-body-not-closed:4");
    Wrappers end = new Wrappers(Set.of("shop.session.end"), Set.of(), Set.of());
    assertThat(found(source, with(end))).isEmpty();
  }

  @Test
  void whatBoundsAContainerOrWhatHoldsOne() {
    String source =
        """
        type cache struct{ byPath map[string]int }
        var all = &cache{byPath: map[string]int{}}
        var seen = map[string]int{}
        func evict(c *cache) {}
        func trim(m map[string]int) {}
        func trimAll(m map[string]int) { trim(m) }
        func handle(w http.ResponseWriter, r *http.Request) {
        	all.byPath[r.URL.Path] = 1
        	seen[r.URL.Path] = 1
        	evict(all)
        	trimAll(seen)
        }
        """;
    assertThat(found(source, Settings.DEFAULT))
        .containsExactly("LEAK container-only-grows:8", "LEAK container-only-grows:9");
    Wrappers bounds = new Wrappers(Set.of(), Set.of("shop.evict", "shop.trim"), Set.of());
    assertThat(found(source, with(bounds))).isEmpty();
  }

  @Test
  void whatIsARequestEntry() {
    String source =
        """
        type job struct{ id string }
        type queue struct{ done map[string]bool }
        var q = &queue{done: map[string]bool{}}
        func (q *queue) consume(j *job) { q.done[j.id] = true }
        """;
    assertThat(found(source, Settings.DEFAULT)).isEmpty();
    Wrappers entries = new Wrappers(Set.of(), Set.of(), Set.of("shop.queue.consume"));
    assertThat(found(source, with(entries))).containsExactly("LEAK container-only-grows:4");
  }

  @Test
  void rulesAreSwitchedOffAndCountMoreOrLess() {
    Choice off = new Choice(Set.of("response-body-not-closed"), Map.of());
    assertThat(found(DRAINED, with(off))).isEmpty();
    Choice milder = new Choice(Set.of(), Map.of("response-body-not-closed", LeakClass.HYGIENE));
    ScanReport report = GoSource.report(DRAINED, with(milder));
    assertThat(report.findings())
        .hasSize(4)
        .extracting(Finding::leakClass)
        .containsOnly(LeakClass.HYGIENE);
    assertThat(report.rules())
        .filteredOn(rule -> rule.id().equals("response-body-not-closed"))
        .extracting(RuleInfo::leakClass)
        .containsExactly(LeakClass.HYGIENE);
  }

  @Test
  void aFindingMilderThanItsRuleStaysSo() {
    String source =
        """
        func init() {
        	resp, err := http.Get("u")
        	if err == nil { println(resp.StatusCode) }
        }
        """;
    Choice choice = new Choice(Set.of(), Map.of("response-body-not-closed", LeakClass.BOUNDED));
    assertThat(found(source, with(choice))).containsExactly("HYGIENE response-body-not-closed:2");
  }

  @Test
  void aCommentForARuleThatIsOffIsNotUnused() {
    String source =
        """
        func price() { //tidemark:ignore lost-cancel it ends with the process
        }
        func stock() { //tidemark:ignore rows-not-closed never
        }
        """;
    assertThat(found(source, Settings.DEFAULT))
        .containsExactly("HYGIENE unused-ignore:1", "HYGIENE unused-ignore:3");
    assertThat(found(source, with(new Choice(Set.of("lost-cancel"), Map.of()))))
        .containsExactly("HYGIENE unused-ignore:3");
    assertThat(found(source, with(new Choice(Set.of("unused-ignore"), Map.of())))).isEmpty();
  }

  @Test
  void limitsDecide() {
    String source =
        """
        func handle(w http.ResponseWriter, r *http.Request) { one(r) }
        func one(r *http.Request) { two(r) }
        func two(r *http.Request) { time.AfterFunc(30 * time.Second, func() { println(r) }) }
        """;
    assertThat(found(source, Settings.DEFAULT)).isEmpty();
    Limits brief = new Limits(Duration.ofSeconds(20), 5, 10, 1);
    assertThat(found(source, with(brief))).containsExactly("BOUNDED after-func-not-stopped:3");
    Limits shallow = new Limits(Duration.ofSeconds(20), 1, 10, 1);
    assertThat(found(source, with(shallow))).isEmpty();
  }
}
