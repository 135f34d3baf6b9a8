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
import java.util.Map;
import java.util.Set;

/** How long the structs of a package live: as long as the process, or as long as a request. */
public final class Lifetimes {
  private final RequestPaths paths;
  private final Map<FieldName, TypeName> owners = new HashMap<>();
  private final Map<TypeName, Set<TypeName>> holders = new HashMap<>();

  /** Types that are made outside of requests, and those made within. */
  private final Set<TypeName> early = new HashSet<>();

  private final Set<TypeName> perRequest = new HashSet<>();

  private Lifetimes(RequestPaths paths) {
    this.paths = paths;
  }

  public static Lifetimes of(Unit unit) {
    return unit.once(
        Lifetimes.class,
        () -> {
          Lifetimes lifetimes = new Lifetimes(RequestPaths.of(unit));
          unit.files().forEach(lifetimes::declared);
          unit.forEachBody(lifetimes::made);
          return lifetimes;
        });
  }

  /** Whether a field belongs to something that outlives the requests. */
  public boolean outlivesRequests(FieldName field) {
    TypeName owner = owners.get(field);
    return owner != null && outlives(owner, new HashSet<>());
  }

  private boolean outlives(TypeName type, Set<TypeName> seen) {
    if (!seen.add(type) || perRequest.contains(type)) {
      return false;
    }
    if (early.contains(type)) {
      return true;
    }
    return holders.getOrDefault(type, Set.of()).stream().anyMatch(one -> outlives(one, seen));
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
                  named(variable.type(), early);
                }
              }
              variables.values().forEach(value -> literals(value, file.info(), early));
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

  private void made(Body body) {
    Set<TypeName> into = paths.handler(body).isPresent() ? perRequest : early;
    Stmt.BlockStmt block =
        switch (body.node()) {
          case Decl.FuncDecl function -> function.body();
          case Expr.FuncLit literal -> literal.body();
          default -> Stmt.BlockStmt.NO_BODY;
        };
    literals(block, body.info(), into);
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
