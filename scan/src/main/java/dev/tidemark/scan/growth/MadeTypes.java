package dev.tidemark.scan.growth;

import dev.tidemark.golang.check.SourcePackage.TypedFile;
import dev.tidemark.golang.check.TypeInfo;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.FieldName;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Spec;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Walk;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Named;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.TypeName;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.Unit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a package makes values of defined types, and which types hold which. */
public final class MadeTypes {
  private final Map<FieldName, TypeName> owners = new HashMap<>();
  private final Map<TypeName, Set<TypeName>> holders = new HashMap<>();
  private final Set<TypeName> byVariables = new HashSet<>();
  private final Map<Body, Set<TypeName>> byBodies = new IdentityHashMap<>();

  private MadeTypes() {}

  public static MadeTypes of(Unit unit) {
    return unit.once(
        MadeTypes.class,
        () -> {
          MadeTypes made = new MadeTypes();
          unit.files().forEach(made::declared);
          unit.forEachBody(body -> made.byBodies.put(body, made(body)));
          return made;
        });
  }

  /** Types of which a function makes one, of other packages too. */
  public Set<TypeName> by(Body body) {
    return byBodies.getOrDefault(body, Set.of());
  }

  /** Types of which package variables are. */
  Set<TypeName> byVariables() {
    return byVariables;
  }

  /** The type that a field belongs to. */
  Optional<TypeName> owner(FieldName field) {
    return Optional.ofNullable(owners.get(field));
  }

  /** Types that have a field of a type. */
  Set<TypeName> holders(TypeName type) {
    return holders.getOrDefault(type, Set.of());
  }

  /** The structs that the package declares. */
  public Set<TypeName> structs() {
    return new HashSet<>(owners.values());
  }

  private void declared(TypedFile file) {
    for (Decl decl : file.unit().tree().decls()) {
      if (decl instanceof Decl.GenDecl general) {
        for (Spec spec : general.specs()) {
          switch (spec) {
            case Spec.TypeSpec type -> {
              if (file.info().symbol(type.name()).orElse(null) instanceof TypeName symbol
                  && symbol.type().underlying() instanceof Struct struct) {
                fields(symbol, struct);
              }
            }
            case Spec.ValueSpec variables -> {
              for (Expr.Ident name : variables.names()) {
                if (file.info().symbol(name).orElse(null) instanceof Var variable) {
                  named(variable.type(), byVariables);
                }
              }
              variables.values().forEach(value -> literals(value, file.info(), byVariables));
            }
            default -> {}
          }
        }
      }
    }
  }

  private void fields(TypeName owner, Struct struct) {
    for (Var field : struct.fields()) {
      owners.put(FieldName.of(field), owner);
      Set<TypeName> held = new HashSet<>();
      named(field.type(), held);
      held.forEach(type -> holders.computeIfAbsent(type, _ -> new HashSet<>()).add(owner));
    }
  }

  private static void named(Type type, Set<TypeName> into) {
    Type target = type.unalias() instanceof Type.Pointer pointer ? pointer.element() : type;
    if (target.unalias() instanceof Named named) {
      into.add(named.origin().symbol());
    }
  }

  private static Set<TypeName> made(Body body) {
    Stmt.BlockStmt block =
        switch (body.node()) {
          case Decl.FuncDecl function -> function.body();
          case Expr.FuncLit literal -> literal.body();
          default -> Stmt.BlockStmt.NO_BODY;
        };
    Set<TypeName> made = new HashSet<>(2);
    literals(block, body.info(), made);
    return made;
  }

  private static void literals(Node root, TypeInfo info, Set<TypeName> into) {
    Walk.preorder(
        root,
        node -> {
          switch (node) {
            case Expr.CompositeLit literal -> named(info.type(literal), into);
            case Spec.ValueSpec variables -> {
              for (Expr.Ident name : variables.names()) {
                if (info.symbol(name).orElse(null) instanceof Var variable
                    && variable.type().unalias() instanceof Named named) {
                  into.add(named.origin().symbol());
                }
              }
            }
            case Expr.CallExpr call
                when call.function() instanceof Expr.Ident name
                    && info.symbol(name).orElse(null) instanceof Builtin builtin
                    && builtin.function() == Builtin.Function.NEW ->
                named(info.type(call), into);
            default -> {}
          }
          return !(node instanceof Expr.FuncLit);
        });
  }
}
