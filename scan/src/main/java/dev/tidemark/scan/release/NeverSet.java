package dev.tidemark.scan.release;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.PackageVariables;
import dev.tidemark.scan.Unit;
import java.util.HashSet;
import java.util.Set;

/**
 * Switches of a package that only its tests ever turn on: booleans that begin as false, and that no
 * other code assigns, or hands to anyone who could.
 */
final class NeverSet {
  private final Set<Var> variables = new HashSet<>();

  private NeverSet(Unit unit) {
    PackageVariables.forEach(
        unit.files(),
        one -> {
          boolean isFalse =
              !one.isSet() || one.info().typed(one.value()).value().equals(Constant.of(false));
          if (one.isHidden() && isFalse && Kinds.isBoolean(one.symbol().type())) {
            variables.add(one.symbol());
          }
        });
    if (!variables.isEmpty()) {
      unit.forEachBody(body -> {
        if (!body.file().endsWith("_test.go")) {
          body.forEachOp(this::look);
        }
      });
    }
  }

  static NeverSet of(Unit unit) {
    return unit.once(NeverSet.class, () -> new NeverSet(unit));
  }

  private void look(Op op) {
    switch (op) {
      case Op.Store(_, Value.Global(Var symbol), _, _) -> variables.remove(symbol);
      case Op.Call call -> call.arguments().forEach(this::handed);
      case Op.Store store -> handed(store.value());
      case Op.Return returned -> returned.values().forEach(this::handed);
      case Op.Send send -> handed(send.value());
      case Op.Receive _, Op.Select _, Op.Share _, Op.Load _ -> {}
    }
  }

  private void handed(Value value) {
    if (value instanceof Value.Global(Var symbol)) {
      variables.remove(symbol);
    }
  }

  /** Whether a condition is false in every run but those of tests. */
  boolean contains(Value condition) {
    return condition instanceof Value.Global(Var symbol) && variables.contains(symbol);
  }
}
