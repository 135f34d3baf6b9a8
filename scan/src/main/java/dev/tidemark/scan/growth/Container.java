package dev.tidemark.scan.growth;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.FieldName;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.Unit;
import java.util.Optional;
import java.util.Set;

/**
 * A package variable or a field that holds many things.
 *
 * @param key what it is told by: a {@link Var}, a {@link FieldName}, or where it is made
 * @param name as the source has it
 * @param owner of a local variable that a function literal uses, the function that declares it
 */
public record Container(Object key, String name, Kind kind, Optional<Body> owner) {
  /** What holds the things. */
  public enum Kind {
    MAP("map"),
    SLICE("slice"),
    SYNC_MAP("sync.Map"),
    LIST("list"),
    /** A text that is put together from itself, or a buffer that is written to. */
    TEXT("text"),
    /** Nodes of which each holds the next one, or contexts of which each is below the last. */
    CHAIN("chain");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Container container && container.key.equals(key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  /** Whether it is a variable of the package. */
  public boolean isVariable() {
    return key instanceof Var && owner.isEmpty();
  }

  /**
   * Whether it is there as long as the process, or the setup that made it, whatever is requested.
   */
  public boolean outlivesRequests(Unit unit) {
    if (owner.isPresent()) {
      return !Lifetimes.of(unit).isOfRequest(owner.get());
    }
    return !(key instanceof FieldName field) || Lifetimes.of(unit).outlivesRequests(field);
  }

  /** What a value stands for, where it is one that other packages can't reach. */
  static Optional<Container> of(Body body, Value value) {
    return switch (value) {
      case Value.Field field ->
          isHidden(field.name().name())
              ? kind(field.type())
                  .map(kind ->
                      new Container(field.name(), field.name().name(), kind, Optional.empty()))
              : Optional.empty();
      case Value.Global(Var symbol) ->
          isHidden(symbol.name())
              ? kind(symbol.type())
                  .map(kind -> new Container(symbol, symbol.name(), kind, Optional.empty()))
              : Optional.empty();
      case Value.Made made when made.kind() == Value.Kind.MAP ->
          around(body, made.site().node().from())
              .flatMap(owner ->
                  kind(made.type())
                      .map(kind -> new Container(made.site(), "map", kind, Optional.of(owner))));
      case Value.Cell(Var symbol) when around(body, symbol.place().offset()).isPresent() ->
          kind(symbol.type())
              .map(kind ->
                  new Container(
                      symbol, symbol.name(), kind, around(body, symbol.place().offset())));
      case Value.Phi _, Value.Cell _ -> {
        Set<Value> sources = body.sources(value);
        yield sources.size() == 1 && !sources.contains(value)
            ? of(body, sources.iterator().next())
            : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  /**
   * The function around a literal that a place is in; nothing where it is in the literal itself.
   */
  private static Optional<Body> around(Body body, int offset) {
    Body at = body;
    while (at.isLiteral() && !(at.node().from() <= offset && offset < at.node().to())) {
      at = at.outer();
    }
    return at == body ? Optional.empty() : Optional.of(at);
  }

  private static boolean isHidden(String name) {
    return !name.isEmpty() && !Character.isUpperCase(name.codePointAt(0));
  }

  private static Optional<Kind> kind(Type type) {
    switch (QualifiedName.of(type)) {
      case "sync.Map" -> {
        return Optional.of(Kind.SYNC_MAP);
      }
      case "container/list.List" -> {
        return Optional.of(Kind.LIST);
      }
      case "context.Context" -> {
        return Optional.of(Kind.CHAIN);
      }
      case "bytes.Buffer", "strings.Builder" -> {
        return Optional.of(Kind.TEXT);
      }
      default -> {}
    }
    return switch (type.underlying()) {
      case Type.Map map when !isFewKeys(map.key()) -> Optional.of(Kind.MAP);
      case Type.Slice _ -> Optional.of(Kind.SLICE);
      case Basic basic when basic == Basic.STRING -> Optional.of(Kind.TEXT);
      case Type.Pointer(Type node)
          when node.underlying() instanceof Struct struct
              && struct.fields().stream().anyMatch(field -> isPointerTo(field.type(), node)) ->
          Optional.of(Kind.CHAIN);
      default -> Optional.empty();
    };
  }

  private static boolean isPointerTo(Type type, Type node) {
    return type.unalias() instanceof Type.Pointer(Type element)
        && element.unalias().equals(node.unalias());
  }

  /** There are only as many types, and only so many of a small number, as the program has. */
  private static boolean isFewKeys(Type key) {
    return QualifiedName.of(key).equals("reflect.Type")
        || switch (key.underlying()) {
          case Basic basic ->
              switch (basic) {
                case BOOL, INT8, UINT8 -> true;
                default -> false;
              };
          default -> false;
        };
  }
}
