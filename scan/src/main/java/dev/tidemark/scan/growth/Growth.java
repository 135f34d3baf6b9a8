package dev.tidemark.scan.growth;

import dev.tidemark.golang.effect.Effect;
import dev.tidemark.golang.effect.Summary;
import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.FieldName;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Type;
import dev.tidemark.scan.CallSites;
import dev.tidemark.scan.StandardLibrary;
import dev.tidemark.scan.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Who adds to the containers of a package, and which of them ever lose anything. */
public final class Growth {
  /** What adds to its first argument. */
  private static final Set<String> ADDING =
      Set.of(
          "container/heap.Push",
          "fmt.Fprint",
          "fmt.Fprintf",
          "fmt.Fprintln",
          "io.WriteString",
          "io.Copy");

  /** Functions that give an object its first values. */
  private static final Pattern STARTING =
      Pattern.compile(
          "init|(?:[iI]nit|[sS]etup|[sS]etUp|[rR]outes|[mM]ount|Start|Open|[nN]ew|With|[mM]ake)(?:[A-Z].*)?");

  private static final Pattern ENDING =
      Pattern.compile("[cC]lose|[sS]top|[sS]hutdown|.*ForTest(?:s|ing)?");

  private final Unit unit;
  private final Map<Container, List<Insertion>> insertions = new LinkedHashMap<>();
  private final Set<Container> shrunk = new HashSet<>();

  /** Functions that ask how long a container is before they do something. */
  private final Map<Container, Set<Body>> minding = new HashMap<>();

  private final Map<Container, List<Removal>> removals = new LinkedHashMap<>();

  /** Fields of what the user says is bounded. */
  private final Set<FieldName> bounded = new HashSet<>();

  /**
   * Something is added.
   *
   * @param key {@link Value#NIL} where there is none
   */
  public record Insertion(Body body, Op op, Node node, Value key, Value value) {}

  /** An element is taken out. */
  public record Removal(Body body, Op op) {}

  private Growth(Unit unit) {
    this.unit = unit;
  }

  public static Growth of(Unit unit) {
    return unit.once(
        Growth.class,
        () -> {
          Growth growth = new Growth(unit);
          unit.forEachBody(growth::look);
          return growth;
        });
  }

  /**
   * Containers that outlive the requests, with what is added to them.
   *
   * @param supposing what is supposed of requests
   */
  public void forEachKept(Unit supposing, BiConsumer<Container, List<Insertion>> visitor) {
    insertions.forEach((container, added) -> {
      if (container.outlivesRequests(supposing)) {
        visitor.accept(container, added);
      }
    });
  }

  /** Whether anything is taken out of it anywhere, it is replaced, or its length is minded. */
  public boolean isBounded(Container container) {
    return shrunk.contains(container)
        || isMinded(container)
        || removals.containsKey(container)
        || container.key() instanceof FieldName field && bounded.contains(field);
  }

  /** Whether all that can make it shorter is the taking out of single elements. */
  public List<Removal> removals(Container container) {
    return shrunk.contains(container) || isMinded(container)
        ? List.of()
        : removals.getOrDefault(container, List.of());
  }

  /** Whether who adds to it, or calls who does, asks for its length: others only look at it. */
  private boolean isMinded(Container container) {
    Set<Body> asking = minding.getOrDefault(container, Set.of());
    return !asking.isEmpty()
        && insertions.getOrDefault(container, List.of()).stream()
            .map(Insertion::body)
            .anyMatch(adding ->
                asking.contains(adding)
                    || CallSites.of(unit).of(adding.symbol()).stream()
                        .anyMatch(site -> asking.contains(site.body())));
  }

  private void look(Body body) {
    body.forEachOp(op -> {
      switch (op) {
        case Op.Store store -> store(body, store);
        case Op.Call call -> call(body, call);
        case Op.Return returned ->
            returned.values().forEach(value -> condition(value, of(body), shrunk::add));
        case Op.Send _, Op.Receive _, Op.Select _, Op.Share _, Op.Load _ -> {}
      }
    });
    for (Block block : body.graph().blocks()) {
      condition(
          body.condition(block),
          of(body),
          container -> minding.computeIfAbsent(container, _ -> new HashSet<>()).add(body));
    }
  }

  private void add(Container container, Insertion insertion) {
    insertions.computeIfAbsent(container, _ -> new ArrayList<>()).add(insertion);
  }

  private void store(Body body, Op.Store store) {
    if (store.place() instanceof Value.Element(Value base, _)) {
      Container.of(body, base)
          .filter(container -> container.kind() == Container.Kind.MAP)
          .filter(container -> !isThere(body, container, store) && !isNothing(store.value()))
          .ifPresent(container ->
              add(container, new Insertion(body, store, store.node(), store.key(), store.value())));
      return;
    }
    Optional<Container> container = Container.of(body, store.place());
    if (container.isEmpty()) {
      return;
    }
    Optional<Value> longer = Longer.by(body, store, container.get());
    if (longer.isPresent()) {
      add(container.get(), new Insertion(body, store, store.node(), Value.NIL, longer.get()));
      return;
    }
    Optional<Op.Call> append = Longer.append(body, store.value());
    if (append.isPresent() && Longer.isSame(body, append.get().argument(0), container.get())) {
      if (isResliced(append.get())) {
        shrunk.add(container.get());
      } else {
        Value added = append.get().argument(1);
        add(container.get(), new Insertion(body, store, store.node(), Value.NIL, added));
      }
    } else if (!isOfNew(store.place())
        && !isFirst(body, container.get(), store)
        && !isOfEnds(body, store)) {
      shrunk.add(container.get());
    }
  }

  /** What is set to nothing is there already. */
  private static boolean isNothing(Value value) {
    return value instanceof Value.Nil || value instanceof Value.Zero;
  }

  /** Whether an element is only replaced: the branch is taken where the map has the key. */
  private static boolean isThere(Body body, Container container, Op.Store store) {
    Block at = body.blockOf(store).orElse(body.graph().entry());
    while (at.predecessors().size() == 1 && at.predecessors().getFirst().index() < at.index()) {
      Block before = at.predecessors().getFirst();
      if (body.condition(before) instanceof Value.Ok(_, Value.Element(Value base, _))
          && before.successors().getFirst() == at
          && Container.of(body, base).filter(container::equals).isPresent()) {
        return true;
      }
      at = before;
    }
    return false;
  }

  private static boolean isResliced(Op.Call append) {
    return !append.node().arguments().isEmpty()
        && append.node().arguments().getFirst() instanceof Expr.SliceExpr;
  }

  /** A field of what is made in the same function gets its first value. */
  private static boolean isOfNew(Value place) {
    Value root = place;
    while (root instanceof Value.Field field) {
      root = field.base();
    }
    return root instanceof Value.Made;
  }

  /** {@code if m == nil { m = make(…) }}, which takes nothing away. */
  private static boolean isFirst(Body body, Container container, Op.Store store) {
    if (!(store.value() instanceof Value.Made)) {
      return false;
    }
    List<Block> before = body.blockOf(store).map(Block::predecessors).orElse(List.of());
    boolean isUnset =
        !before.isEmpty()
            && before.stream()
                .allMatch(block ->
                    body.condition(block)
                            instanceof Value.Computed(Token operator, Value x, Value y)
                        && operator == Token.EQL
                        && y.equals(Value.NIL)
                        && Container.of(body, x).filter(container::equals).isPresent());
    if (isUnset) {
      return true;
    }
    return STARTING.matcher(body.symbol().name()).matches();
  }

  /** Whether an object's own end, or one that only tests want, empties it. */
  private static boolean isOfEnds(Body body, Op.Store store) {
    return ENDING.matcher(body.symbol().name()).matches()
        && (store.value() instanceof Value.Made || store.value() instanceof Value.Nil);
  }

  private void call(Body body, Op.Call call) {
    if (unit.wrappers().bounds().contains(call.name())) {
      bound(body, call);
      return;
    }
    Optional<Container> receiver = Container.of(body, call.receiver());
    String method = call.lastName();
    if (receiver.isPresent()) {
      switch (method) {
        case "Store", "LoadOrStore", "Swap", "PushBack", "PushFront" -> {
          boolean isMap = receiver.get().kind() == Container.Kind.SYNC_MAP;
          Value key = isMap ? call.argument(0) : Value.NIL;
          Value value = call.argument(isMap ? 1 : 0);
          add(receiver.get(), new Insertion(body, call, call.node(), key, value));
        }
        case "Delete", "LoadAndDelete", "CompareAndDelete", "Remove" ->
            removals
                .computeIfAbsent(receiver.get(), _ -> new ArrayList<>())
                .add(new Removal(body, call));
        case "Clear", "Init", "Reset", "Truncate", "Read", "ReadFrom", "WriteTo", "Next" ->
            shrunk.add(receiver.get());
        case "Write", "WriteString", "WriteByte", "WriteRune" -> {
          if (receiver.get().kind() == Container.Kind.TEXT) {
            add(
                receiver.get(),
                new Insertion(body, call, call.node(), Value.NIL, call.argument(0)));
          }
        }
        default -> {}
      }
      return;
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      Optional<Container> argument = Container.of(body, call.argument(i));
      if (argument.isPresent()) {
        argument(body, call, i, argument.get());
      }
    }
  }

  private void bound(Body body, Op.Call call) {
    for (int i = -1; i < call.arguments().size(); i++) {
      Container.of(body, call.argument(i)).ifPresent(shrunk::add);
    }
    List<Expr> given = new ArrayList<>(call.node().arguments());
    if (call.node().function() instanceof Expr.SelectorExpr method) {
      given.add(method.x());
    }
    for (Expr one : given) {
      Type type = body.info().type(one).unalias();
      Type held = type instanceof Type.Pointer pointer ? pointer.element() : type;
      if (held.underlying() instanceof Struct struct) {
        struct.fields().forEach(field -> bounded.add(FieldName.of(field)));
      }
    }
  }

  private void argument(Body body, Op.Call call, int index, Container container) {
    if (call.callee() instanceof Callee.Language(Builtin.Function function)) {
      switch (function) {
        case DELETE ->
            removals
                .computeIfAbsent(container, _ -> new ArrayList<>())
                .add(new Removal(body, call));
        case CLEAR -> shrunk.add(container);
        default -> {}
      }
      return;
    }
    if (index == 0 && ADDING.contains(call.name())) {
      Value added = call.argument(call.arguments().size() - 1);
      add(container, new Insertion(body, call, call.node(), Value.NIL, added));
      return;
    }
    if (container.kind() == Container.Kind.TEXT && !isBuffer(body, call, index)) {
      return;
    }
    Optional<Summary> known = unit.summaries().of(call.callee());
    if (known.isEmpty()) {
      if (!StandardLibrary.borrows(call.name())
          || call.name().startsWith("maps.")
          || call.name().startsWith("slices.Delete")
          || call.name().startsWith("container/heap.")) {
        shrunk.add(container);
      }
      return;
    }
    for (Effect effect : known.get().effects()) {
      if (effect.target().equals(new Value.Argument(index))) {
        switch (effect.kind()) {
          case SHRUNK, PASSED, STORED, SENT -> shrunk.add(container);
          case GROWN ->
              add(container, new Insertion(body, call, call.node(), Value.NIL, Value.NIL));
          default -> {}
        }
      }
    }
  }

  /** A text that is handed on stays as it is; a buffer may be emptied. */
  private static boolean isBuffer(Body body, Op.Call call, int index) {
    return index < call.node().arguments().size()
        && !Kinds.isString(body.info().type(call.node().arguments().get(index)));
  }

  private static Function<Value, Optional<Container>> of(Body body) {
    return value -> Container.of(body, value);
  }

  /** A length that is compared with more than nothing is minded. */
  private static void condition(
      Value condition, Function<Value, Optional<Container>> container, Consumer<Container> minded) {
    if (condition instanceof Value.Computed(Token operator, Value x, Value y)) {
      switch (operator) {
        case LSS, LEQ, GTR, GEQ, EQL, NEQ -> {
          length(x, y, container, minded);
          length(y, x, container, minded);
        }
        default -> {
          condition(x, container, minded);
          condition(y, container, minded);
        }
      }
    }
  }

  private static void length(
      Value length,
      Value bound,
      Function<Value, Optional<Container>> container,
      Consumer<Container> minded) {
    boolean isNothing =
        bound instanceof Value.Known(var constant)
            && (constant.toString().equals("0") || constant.toString().equals("1"));
    if (isNothing) {
      return;
    }
    switch (length) {
      case Value.Computed(Token operator, Value x, _) when operator == Token.FUNC ->
          container.apply(x).ifPresent(minded);
      case Value.Computed(_, Value x, Value y) -> {
        length(x, bound, container, minded);
        length(y, bound, container, minded);
      }
      case Value.Result(Op.Call call, _) when call.name().endsWith(".Len") ->
          container.apply(call.receiver()).ifPresent(minded);
      default -> {}
    }
  }
}
