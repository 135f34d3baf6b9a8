package dev.tidemark.golang.check;

import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Lazy;
import dev.tidemark.golang.types.Lookup;
import dev.tidemark.golang.types.Package;
import dev.tidemark.golang.types.PackageName;
import dev.tidemark.golang.types.Selection;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Symbol;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Unknown;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code x.name}: a name of a package, a field, a method. */
final class Selectors {
  private final Checker checker;

  Selectors(Checker checker) {
    this.checker = checker;
  }

  Operand select(Expr.SelectorExpr selector) {
    if (selector.x() instanceof Expr.Ident name
        && checker.lookup(name.name()) instanceof PackageName imported) {
      checker.recorder.symbol(name, imported);
      return member(selector, imported.imported());
    }
    Operand x = checker.exprs.valueOrType(selector.x(), false);
    if (x.isUnknown() || x.mode() == Mode.BUILTIN) {
      return Operand.unknown(selector);
    }
    boolean isVariable = x.mode() == Mode.VARIABLE;
    Lookup found = Lookup.of(x.type(), isVariable, checker.pkg(), selector.selected().name());
    if (!(found instanceof Selection selection)) {
      return Operand.unknown(selector);
    }
    checker.recorder.symbol(selector.selected(), selection.symbol());
    checker.recorder.selection(selector, selection);
    if (x.isType()) {
      return selection.symbol() instanceof Func method
          ? Operand.value(selector, methodExpression(method.signature(), x.type()))
          : Operand.unknown(selector);
    }
    if (selection.symbol() instanceof Func method) {
      return Operand.value(selector, method.signature().asFunction());
    }
    Mode mode = isVariable || selection.isIndirect() ? Mode.VARIABLE : Mode.VALUE;
    Type type = selection.symbol().type();
    return type == Unknown.UNKNOWN ? Operand.unknown(selector) : Operand.of(mode, selector, type);
  }

  private Operand member(Expr.SelectorExpr selector, Package pkg) {
    String name = selector.selected().name();
    Optional<Symbol> member = pkg.member(name);
    if (member.isEmpty() || !member.get().isExported()) {
      // What cgo makes of C's names has other names in the end.
      return pkg.isKnown() || name.equals("_") || pkg.path().equals("C")
          ? Operand.unknown(selector)
          : Operand.unknown(selector).withType(Unknown.named(pkg.path(), name));
    }
    checker.recorder.symbol(selector.selected(), member.get());
    return checker.exprs.of(selector, member.get());
  }

  /** {@code T.method}: a function that takes the receiver first. */
  private Signature methodExpression(Signature method, Type receiver) {
    List<Var> params = new ArrayList<>();
    String name = "";
    if (!method.params().isEmpty() && !method.params().getFirst().name().isEmpty()) {
      name = method.receiver().isEmpty() ? "" : method.receiver().getFirst().name();
      name = name.isEmpty() ? "_" : name;
    }
    params.add(
        new Var(
            Var.Kind.PARAMETER,
            checker.pkg(),
            name,
            dev.tidemark.golang.types.Place.NONE,
            Lazy.of(receiver)));
    params.addAll(method.params());
    return new Signature(
        List.of(), List.of(), method.typeParams(), params, method.results(), method.isVariadic());
  }
}
