package dev.tidemark.golang.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.golang.MemoryFiles;
import dev.tidemark.golang.build.Platform;
import dev.tidemark.golang.effect.AnalyzedPackage;
import dev.tidemark.golang.effect.ModuleSummaries;
import dev.tidemark.golang.module.ModuleCache;
import dev.tidemark.golang.module.ModuleGraph;
import dev.tidemark.golang.program.Program;
import dev.tidemark.golang.program.SummarySource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who calls whom, over the packages of a module. */
class CallGraphTest {
  private static final String STORE =
      """
      package store

      type Store interface{ Put(string) }

      type Memory struct{}

      func (m *Memory) Put(string) {}

      type Logged struct {
      	Store
      	log func(string)
      }

      func New(inner Store, log func(string)) *Logged { return &Logged{inner, log} }

      func (l *Logged) Put(key string) {
      	l.log(key)
      	l.Store.Put(key)
      }

      func Retry(times int, f func() error) { for range times { f() } }

      func Stopper() func() { return stop }

      func stop() {}

      var OnPut []func(string)

      func Fire() { for _, f := range OnPut { go f("") } }
      """;

  private static final String API =
      """
      package api

      import "shop/store"

      func print(string) {}

      func handle(s store.Store) { s.Put("") }

      func run(l *store.Logged) {
      	l.Put("")
      	store.Retry(3, func() error { return nil })
      	store.Retry(3, l.Flush)
      }

      func start(m *store.Memory, now bool) {
      	handle(store.New(m, print))
      	store.OnPut = append(store.OnPut, print)
      	end := store.Stopper()
      	defer end()
      	f := print
      	if now {
      		f = other
      	}
      	f("")
      }

      func other(string) {}

      func all() {
      	var fs []func(string)
      	for _, f := range []func(string){print, other} {
      		fs = append(fs, f)
      	}
      	for _, f := range fs {
      		f("")
      	}
      }
      """;

  private final CallGraph graph = graph();

  private static CallGraph graph() {
    MemoryFiles files =
        new MemoryFiles()
            .with("/shop/go.mod", "module shop\n\ngo 1.26\n")
            .with("/shop/store/store.go", STORE)
            .with(
                "/shop/store/flush.go",
                "package store\nfunc (l *Logged) Flush() error { return nil }")
            .with("/shop/api/api.go", API);
    ModuleGraph modules = ModuleGraph.of(files, ModuleCache.none(files), "/shop");
    Program program = new Program(files, modules, Platform.linux(), SummarySource.NONE, true);
    List<CallFacts> facts =
        new ModuleSummaries(program)
            .each(
                List.of("shop/api", "shop/store"),
                Runnable::run,
                new ModuleSummaries.Work<CallFacts>() {
                  @Override
                  public Optional<List<String>> imports(String path) {
                    return Optional.empty();
                  }

                  @Override
                  public Optional<CallFacts> kept(String path) {
                    return Optional.empty();
                  }

                  @Override
                  public CallFacts look(String path, Optional<AnalyzedPackage> analyzed) {
                    return CallReader.of(analyzed.orElseThrow(), _ -> path);
                  }

                  @Override
                  public boolean isChanged(String path, CallFacts made) {
                    return true;
                  }
                });
    return new CallGraph(facts);
  }

  private List<String> from(String caller) {
    return graph.from(caller).stream()
        .map(call -> call.how() + " " + call.site().mode() + " " + call.callees())
        .toList();
  }

  @Test
  void interfacesByClassHierarchy() {
    assertThat(from("shop/api.handle"))
        .containsExactly("BY_INTERFACE NOW [shop/store.Logged.Put, shop/store.Memory.Put]");
    assertThat(graph.to("shop/store.Memory.Put"))
        .extracting(call -> call.site().caller())
        .containsExactly("shop/api.handle", "shop/store.Logged.Put");
  }

  @Test
  void valuesThroughParametersAndFields() {
    assertThat(from("shop/store.Logged.Put"))
        .containsExactly(
            "BY_VALUE NOW [shop/api.print]",
            "BY_INTERFACE NOW [shop/store.Logged.Put, shop/store.Memory.Put]");
    assertThat(from("shop/store.Retry"))
        .containsExactly("BY_VALUE NOW [shop/api.run.func1, shop/store.Logged.Flush]");
  }

  @Test
  void valuesThroughResultsVariablesAndContainers() {
    assertThat(from("shop/api.start"))
        .contains(
            "BY_VALUE DEFER [shop/store.stop]", "STATIC NOW [shop/api.other, shop/api.print]");
    assertThat(from("shop/api.all"))
        .containsExactly("BY_VALUE NOW [shop/api.other, shop/api.print]");
    assertThat(from("shop/store.Fire")).containsExactly("BY_VALUE GO [shop/api.print]");
  }

  @Test
  void whatNobodyPutsInIsNotKnown() {
    assertThat(graph.from("shop/api.nobody")).isEmpty();
    assertThat(graph.to("shop/api.start")).isEmpty();
  }
}
