package dev.tidemark.scan.wait;

import dev.tidemark.golang.check.SourcePackage.TypedFile;
import dev.tidemark.golang.check.TypeInfo;
import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.constant.Conversions;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.PackageVariables;
import dev.tidemark.scan.StandardLibrary;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Package variables that no other package can see, and what they are when the program starts. */
final class Globals {
  /** Every variable is one of the world. */
  static final Globals NONE = new Globals(Map.of());

  /** The room of channels; -1 for variables that are declared without a value. */
  private final Map<Var, Long> known;

  private Globals(Map<Var, Long> known) {
    this.known = known;
  }

  static Globals of(List<TypedFile> files) {
    Map<Var, Long> known = new IdentityHashMap<>();
    PackageVariables.forEach(
        files,
        one -> {
          if (!one.isHidden()) {
            return;
          }
          if (!one.isSet()) {
            known.put(one.symbol(), -1L);
          } else if (one.value() instanceof Expr.CallExpr call && isMade(call, one.info())) {
            known.put(one.symbol(), room(call, one.info()));
          }
        });
    return new Globals(known);
  }

  private static boolean isMade(Expr.CallExpr call, TypeInfo info) {
    return call.function() instanceof Expr.Ident name
        && info.symbol(name).orElse(null) instanceof Builtin builtin
        && builtin.function() == Builtin.Function.MAKE
        && info.type(call).underlying() instanceof Type.Chan;
  }

  private static long room(Expr.CallExpr call, TypeInfo info) {
    return call.arguments().size() > 1
            && info.typed(call.arguments().get(1)).value() instanceof Constant.Int size
        ? Conversions.asLong(size).orElse(0)
        : 0;
  }

  boolean isKnown(Var symbol) {
    return known.containsKey(symbol);
  }

  /** What a variable is when the program starts. */
  Datum initial(Var symbol) {
    Long room = known.get(symbol);
    if (room == null) {
      return StandardLibrary.isSentinel(symbol)
          ? Instance.error(symbol.type())
          : Instances.external(symbol.type());
    }
    return room < 0
        ? Instances.zero(symbol.type())
        : new Instance.Channel(symbol.type(), false, room);
  }
}
