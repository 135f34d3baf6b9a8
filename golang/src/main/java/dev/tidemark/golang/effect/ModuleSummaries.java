package dev.tidemark.golang.effect;

import dev.tidemark.golang.check.SourcePackage;
import dev.tidemark.golang.program.Program;
import dev.tidemark.golang.types.Func;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * The summaries of a module's packages, each made when those it imports are. Bodies are gone when
 * whoever asked has looked at them.
 */
public final class ModuleSummaries implements Summaries {
  private final Program program;
  private final Function<String, Set<Effect.Kind>> said;
  private final Map<Func, Summary> known = new ConcurrentHashMap<>();

  public ModuleSummaries(Program program) {
    this(program, _ -> Set.of());
  }

  /**
   * @param said by the qualified name of a function, what becomes of all that it is called on or
   *     with, whatever its body shows
   */
  public ModuleSummaries(Program program, Function<String, Set<Effect.Kind>> said) {
    this.program = program;
    this.said = said;
  }

  @Override
  public Set<Effect.Kind> said(String function) {
    return said.apply(function);
  }

  @Override
  public Optional<Summary> of(Func function) {
    return Optional.ofNullable(known.get(function));
  }

  /**
   * Looks at packages, those that others import first, as many at once as the executor has threads.
   *
   * @param paths of packages of the module
   * @param look what to make of each while its bodies are there; called on any thread
   * @return what was made, in the order of the paths
   */
  public <T> List<T> each(
      List<String> paths, Executor executor, Function<AnalyzedPackage, T> look) {
    // Who imports whom is known only when all are parsed, which takes longer than to find the
    // order.
    CompletableFuture.allOf(
            paths.stream()
                .map(path -> CompletableFuture.runAsync(() -> program.source(path), executor))
                .toArray(CompletableFuture[]::new))
        .join();
    List<String> order = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Set<String> asked = new HashSet<>(paths);
    for (String path : paths) {
      order(path, asked, seen, order);
    }
    Map<String, CompletableFuture<Optional<T>>> made = new HashMap<>();
    for (String path : order) {
      CompletableFuture<?>[] before =
          imports(path).stream()
              .filter(made::containsKey)
              .map(made::get)
              .toArray(CompletableFuture[]::new);
      made.put(
          path,
          CompletableFuture.allOf(before)
              .thenApplyAsync(_ -> program.source(path).map(one -> look(one, look)), executor));
    }
    List<T> results = new ArrayList<>();
    for (String path : paths) {
      Objects.requireNonNull(made.get(path)).join().ifPresent(results::add);
    }
    return results;
  }

  private <T> T look(SourcePackage source, Function<AnalyzedPackage, T> look) {
    AnalyzedPackage analyzed = AnalyzedPackage.of(source, this);
    analyzed.summaries().declared(known::put);
    return look.apply(analyzed);
  }

  private List<String> imports(String path) {
    return program.source(path).map(SourcePackage::imports).orElse(List.of());
  }

  private void order(String path, Set<String> asked, Set<String> seen, List<String> order) {
    if (!asked.contains(path) || !seen.add(path)) {
      return;
    }
    for (String imported : imports(path)) {
      order(imported, asked, seen, order);
    }
    order.add(path);
  }
}
