package dev.tidemark.scan;

import dev.tidemark.golang.check.SourcePackage.TypedFile;
import dev.tidemark.golang.effect.AnalyzedPackage;
import dev.tidemark.golang.effect.PackageSummaries;
import dev.tidemark.golang.module.GoVersion;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.syntax.Lines;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.types.Place;
import dev.tidemark.scan.request.Roots;
import dev.tidemark.scan.request.ShortLived;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One package, as rules see it. */
public final class Unit {
  private final AnalyzedPackage analyzed;
  private final GoVersion version;
  private final Settings settings;
  private final Roots roots;

  /** The package without anything supposed. */
  private final Unit asItIs;

  private final Map<String, Lines> lines;
  private final Map<Class<?>, Object> shared;
  private final Map<Class<?>, Object> supposed;
  private final ShortLived shortLived;

  Unit(AnalyzedPackage analyzed, GoVersion version, Settings settings) {
    this.analyzed = analyzed;
    this.version = version;
    this.settings = settings;
    this.roots = Roots.HANDLERS;
    this.asItIs = this;
    this.lines = new HashMap<>();
    this.shared = new HashMap<>();
    this.supposed = new HashMap<>();
    this.shortLived = ShortLived.NOTHING;
    for (TypedFile file : analyzed.files()) {
      lines.put(file.unit().path(), file.unit().tree().lines());
    }
  }

  private Unit(Unit unit, Roots roots, Map<Class<?>, Object> supposed, ShortLived shortLived) {
    this.analyzed = unit.analyzed;
    this.version = unit.version;
    this.settings = unit.settings;
    this.roots = roots;
    this.asItIs = unit.asItIs;
    this.supposed = supposed;
    this.shortLived = shortLived;
    this.lines = unit.lines;
    this.shared = unit.shared;
  }

  /** The same package with something else supposed of requests. */
  public Unit with(Roots other) {
    return other.equals(Roots.HANDLERS)
        ? asItIs
        : new Unit(this, other, new HashMap<>(), ShortLived.NOTHING);
  }

  /** The same package and roots, with more supposed to be made by each request. */
  public Unit with(ShortLived more) {
    return new Unit(this, roots, supposed, more);
  }

  public Roots roots() {
    return roots;
  }

  public ShortLived shortLived() {
    return shortLived;
  }

  public String path() {
    return analyzed.pkg().path();
  }

  public List<TypedFile> files() {
    return analyzed.files();
  }

  public PackageSummaries summaries() {
    return analyzed.summaries();
  }

  /** What the main module's go line makes of timers and loops. */
  public GoVersion version() {
    return version;
  }

  /** What the user says of functions. */
  public Wrappers wrappers() {
    return settings.wrappers();
  }

  public Limits limits() {
    return settings.limits();
  }

  /** Bodies of declared functions, without the literals in them. */
  public List<Body> functions() {
    return analyzed.bodies();
  }

  /** Every body, literals too. */
  public void forEachBody(Consumer<Body> visitor) {
    analyzed.bodies().forEach(body -> body.forEachBody(visitor));
  }

  /** What several rules share: made when it is first asked for. A unit is of one thread. */
  public <T> T once(Class<T> type, Supplier<T> maker) {
    Object known = shared.get(type);
    if (known == null) {
      known = maker.get();
      shared.put(type, known);
    }
    return type.cast(known);
  }

  /** The same for what depends on {@link #roots}. */
  public <T> T oncePerRoots(Class<T> type, Supplier<T> maker) {
    Object known = supposed.get(type);
    if (known == null) {
      known = maker.get();
      supposed.put(type, known);
    }
    return type.cast(known);
  }

  private record Calls(List<Body> bodies, List<Op.Call> calls) {}

  /** Every call in every body, literals too. */
  public void forEachCall(BiConsumer<Body, Op.Call> visitor) {
    Calls known = once(Calls.class, this::collect);
    for (int i = 0; i < known.calls.size(); i++) {
      visitor.accept(known.bodies.get(i), known.calls.get(i));
    }
  }

  /** Most rules look at calls only: they are searched for once. */
  private Calls collect() {
    Calls calls = new Calls(new ArrayList<>(), new ArrayList<>());
    forEachBody(body ->
        body.forEachOp(op -> {
          if (op instanceof Op.Call call) {
            calls.bodies.add(body);
            calls.calls.add(call);
          }
        }));
    return calls;
  }

  public Span span(String file, Node node) {
    return span(file, node.from(), node.to());
  }

  public Span span(Body body, Node node) {
    return span(body.file(), node);
  }

  /** A place of this package. */
  public Span span(Place place) {
    return span(place.file(), place.offset(), place.offset());
  }

  private Span span(String file, int from, int to) {
    Lines table = lines.get(file);
    if (table == null || from < 0) {
      return new Span(file, 1, 1, 1, 1);
    }
    return new Span(file, table.line(from), table.column(from), table.line(to), table.column(to));
  }
}
