package dev.tidemark.golang.check;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Spec;
import dev.tidemark.golang.types.Const;
import dev.tidemark.golang.types.Lazy;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Declarations within functions: a name means what it declares from there on. */
final class LocalDecls {
  private final Checker checker;

  LocalDecls(Checker checker) {
    this.checker = checker;
  }

  void declare(Decl.GenDecl declaration) {
    switch (declaration.keyword()) {
      case CONST -> ConstGroup.of(declaration).forEach(this::constants);
      case VAR -> declaration.specs().forEach(spec -> variables((Spec.ValueSpec) spec));
      case TYPE -> declaration.specs().forEach(spec -> type((Spec.TypeSpec) spec));
      default -> {}
    }
  }

  private void constants(ConstGroup.Entry entry) {
    int waiting = checker.delayed.size();
    List<Const> made = new ArrayList<>();
    List<Expr.Ident> names = entry.spec().names();
    Constant before = checker.iota;
    for (int i = 0; i < names.size(); i++) {
      checker.iota = Constant.of(entry.iota());
      Const.Value value = new Declarations(checker).constant(entry, i);
      Expr.Ident name = names.get(i);
      made.add(new Const(checker.pkg(), name.name(), checker.place(name.from()), Lazy.of(value)));
    }
    checker.iota = before;
    checker.runDelayed(waiting);
    for (int i = 0; i < names.size(); i++) {
      checker.recorder.symbol(names.get(i), made.get(i));
      checker.scope.declare(names.get(i).name(), made.get(i));
    }
  }

  private void variables(Spec.ValueSpec spec) {
    int waiting = checker.delayed.size();
    @Nullable Type declared = spec.type().isNone() ? null : checker.types.type(spec.type());
    List<@Nullable Type> targets = new ArrayList<>();
    for (Expr.Ident _ : spec.names()) {
      targets.add(declared);
    }
    List<Type> types =
        spec.values().isEmpty()
            ? Declarations.known(targets)
            : checker.assignments.assign(targets, spec.values(), true);
    checker.runDelayed(waiting);
    for (int i = 0; i < spec.names().size(); i++) {
      checker.assignments.declare(spec.names().get(i), types.get(i));
    }
  }

  private void type(Spec.TypeSpec spec) {
    Declarations declarations = new Declarations(checker);
    TypeName name = declarations.typeName(spec, List.of());
    checker.recorder.symbol(spec.name(), name);
    checker.scope.declare(spec.name().name(), name);
    Declarations.force(name.type());
  }
}
