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
  private final Summaries earlier;
  private final Function<String, Set<Effect.Kind>> said;
  private final Map<Func, Summary> known = new ConcurrentHashMap<>();

  public ModuleSummaries(Program program) {
    this(program, _ -> Optional.empty(), _ -> Set.of());
  }

  /**
   * @param earlier of packages that are not looked at again
   * @param said by the qualified name of a function, what becomes of all that it is called on or
   *     with, whatever its body shows
   */
  public ModuleSummaries(
      Program program, Summaries earlier, Function<String, Set<Effect.Kind>> said) {
    this.program = program;
    this.earlier = earlier;
    this.said = said;
  }

  @Override
  public Set<Effect.Kind> said(String function) {
    return said.apply(function);
  }

  /**
   * What is made of each package.
   *
   * @param <T> what that is
   */
  public interface Work<T> {
    /** Which packages one imports, where that is known without its source. */
    Optional<List<String>> imports(String path);

    /** What was made of a package before, where its source is still the same. */
    Optional<T> kept(String path);

    /**
     * Called on any thread.
     *
     * @param analyzed nothing where no file of the package is built; its bodies are gone when this
     *     returns
     */
    T look(String path, Optional<AnalyzedPackage> analyzed);

    /** Whether those that import a package have to be looked at again. */
    boolean isChanged(String path, T made);
  }

  @Override
  public Optional<Summary> of(Func function) {
    Summary made = known.get(function);
    if (made != null) {
      return Optional.of(made);
    }
    Optional<Summary> before = earlier.of(function);
    before.ifPresent(summary -> known.put(function, summary));
    return before;
  }

  /**
   * Looks at packages, those that others import first, as many at once as the executor has threads.
   *
   * @param paths of packages of the module
   * @param work what to make of each
   * @return what was made, in the order of the paths
   */
  public <T> List<T> each(List<String> paths, Executor executor, Work<T> work) {
    // Who imports whom is known only when all are parsed, which takes longer than to find the
    // order.
    CompletableFuture.allOf(
            paths.stream()
                .filter(path -> work.imports(path).isEmpty())
                .map(path -> CompletableFuture.runAsync(() -> program.source(path), executor))
                .toArray(CompletableFuture[]::new))
        .join();
    Map<String, List<String>> imports = new HashMap<>();
    for (String path : paths) {
      imports.put(path, work.imports(path).orElseGet(() -> imports(path)));
    }
    List<String> order = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String path : paths) {
      order(path, imports, seen, order);
    }
    Map<String, CompletableFuture<Outcome<T>>> made = new HashMap<>();
    for (String path : order) {
      List<CompletableFuture<Outcome<T>>> before = new ArrayList<>();
      for (String imported : Objects.requireNonNull(imports.get(path))) {
        CompletableFuture<Outcome<T>> known = made.get(imported);
        if (known != null) {
          before.add(known);
        }
      }
      made.put(
          path,
          CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
              .thenApplyAsync(
                  _ -> outcome(path, before.stream().anyMatch(one -> one.join().isChanged), work),
                  executor));
    }
    List<T> results = new ArrayList<>();
    for (String path : paths) {
      results.add(Objects.requireNonNull(made.get(path)).join().made);
    }
    return results;
  }

  /**
   * @param isChanged whether those that import it have to be looked at again
   */
  private record Outcome<T>(T made, boolean isChanged) {}

  private <T> Outcome<T> outcome(String path, boolean isBelowChanged, Work<T> work) {
    if (!isBelowChanged) {
      Optional<T> kept = work.kept(path);
      if (kept.isPresent()) {
        return new Outcome<>(kept.get(), false);
      }
    }
    T made = work.look(path, program.source(path).map(this::analyzed));
    return new Outcome<>(made, isBelowChanged || work.isChanged(path, made));
  }

  private AnalyzedPackage analyzed(SourcePackage source) {
    AnalyzedPackage analyzed = AnalyzedPackage.of(source, this);
    analyzed.summaries().declared(known::put);
    return analyzed;
  }

  private List<String> imports(String path) {
    return program.source(path).map(SourcePackage::imports).orElse(List.of());
  }

  private static void order(
      String path, Map<String, List<String>> imports, Set<String> seen, List<String> order) {
    List<String> imported = imports.get(path);
    if (imported == null || !seen.add(path)) {
      return;
    }
    for (String one : imported) {
      order(one, imports, seen, order);
    }
    order.add(path);
  }
}
