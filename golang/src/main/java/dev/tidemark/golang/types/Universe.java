package dev.tidemark.golang.types;

import dev.tidemark.golang.constant.Constant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is declared without anyone declaring it. */
public final class Universe {
  private static final Resolution RESOLUTION = new Resolution();

  /** {@code interface{}}, as {@code any} stands for it. */
  public static final Interface EMPTY = new Interface(List.of(), TypeSet.ALL);

  /** {@code interface{}} written out. */
  public static final Interface EMPTY_LITERAL = new Interface(List.of(), TypeSet.ALL);

  static final Interface COMPARABLE_SET = new Interface(List.of(), TypeSet.COMPARABLE);

  public static final Alias ANY = any();
  public static final Named ERROR = error();
  public static final Named COMPARABLE = named("comparable", Lazy.of(COMPARABLE_SET));

  public static final Const IOTA =
      new Const(
          Package.NONE,
          "iota",
          Place.NONE,
          Lazy.of(new Const.Value(Basic.UNTYPED_INT, Constant.of(0))));

  private static final Map<String, Symbol> UNSAFE_MEMBERS = unsafeMembers();
  private static final Map<String, Symbol> MEMBERS = members();

  /** The package {@code unsafe}, which has no source. */
  public static final Package UNSAFE = Package.of("unsafe", "unsafe", UNSAFE_MEMBERS::get);

  private Universe() {}

  public static Optional<Symbol> member(String name) {
    return Optional.ofNullable(MEMBERS.get(name));
  }

  private static Map<String, Symbol> members() {
    Map<String, Symbol> all = new HashMap<>();
    for (Basic basic : Basic.values()) {
      if (!basic.isUntyped() && basic != Basic.UNSAFE_POINTER) {
        put(all, new TypeName(Package.NONE, basic.text(), Place.NONE, Lazy.of(basic)));
      }
    }
    put(all, ANY.symbol());
    put(all, ERROR.symbol());
    put(all, COMPARABLE.symbol());
    put(all, IOTA);
    put(all, truth("true", true));
    put(all, truth("false", false));
    put(all, new Nil());
    for (Builtin.Function function : Builtin.Function.values()) {
      if (!function.isUnsafe()) {
        put(all, new Builtin(function));
      }
    }
    return Map.copyOf(all);
  }

  private static Map<String, Symbol> unsafeMembers() {
    Map<String, Symbol> all = new HashMap<>();
    for (Builtin.Function function : Builtin.Function.values()) {
      if (function.isUnsafe()) {
        put(all, new Builtin(function));
      }
    }
    Lazy<Type> pointer = Lazy.of(Basic.UNSAFE_POINTER);
    put(all, new TypeName(Package.unknown("unsafe"), "Pointer", Place.NONE, pointer));
    return Map.copyOf(all);
  }

  private static void put(Map<String, Symbol> all, Symbol symbol) {
    all.put(symbol.name(), symbol);
  }

  private static Const truth(String name, boolean value) {
    return new Const(
        Package.NONE,
        name,
        Place.NONE,
        Lazy.of(new Const.Value(Basic.UNTYPED_BOOL, Constant.of(value))));
  }

  private static Alias any() {
    TypeName name =
        new TypeName(
            Package.NONE,
            "any",
            Place.NONE,
            RESOLUTION,
            symbol -> new Alias(symbol, RESOLUTION, Lazy.of(List.of()), Lazy.of(EMPTY)));
    return (Alias) name.type();
  }

  private static Named named(String text, Lazy<Type> underlying) {
    TypeName name =
        new TypeName(
            Package.NONE,
            text,
            Place.NONE,
            RESOLUTION,
            symbol ->
                new Named(symbol, RESOLUTION, Lazy.of(List.of()), underlying, Lazy.of(List.of())));
    return (Named) name.type();
  }

  private static Named error() {
    Var result = new Var(Var.Kind.RESULT, Package.NONE, "", Place.NONE, Lazy.of(Basic.STRING));
    Signature signature = Signature.of(List.of(), List.of(result), false);
    Func method = new Func(Package.NONE, "Error", Place.NONE, false, Lazy.of(signature));
    return named("error", Lazy.of(new Interface(RESOLUTION, List.of(method), List.of(), false)));
  }
}
