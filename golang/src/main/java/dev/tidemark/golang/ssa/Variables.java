package dev.tidemark.golang.ssa;

import dev.tidemark.golang.check.TypeInfo;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Spec;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.syntax.Walk;
import dev.tidemark.golang.types.Named;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Symbol;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** How the local variables of a declared function and the literals in it are used. */
final class Variables {
  private final TypeInfo info;
  private final Map<Var, Use> uses = new IdentityHashMap<>();

  /** What is known of one variable. */
  static final class Use {
    private final Node owner;
    private int assignments;
    private boolean isCaptured;
    private boolean isAssignedInside;
    private boolean hasAddress;

    private Use(Node owner) {
      this.owner = owner;
    }
  }

  /** Named or not, by function; identity tells functions apart. */
  private final Map<Node, List<Var>> results = new IdentityHashMap<>();

  Variables(TypeInfo info) {
    this.info = info;
  }

  void declare(Node function, Signature signature) {
    signature.receiver().forEach(one -> assigned(one, function));
    signature.params().forEach(one -> assigned(one, function));
    signature.results().forEach(one -> assigned(one, function));
    results.put(function, signature.results());
  }

  /** Walks a body; function literals in it are functions of their own. */
  void walk(Node function, Stmt.BlockStmt body) {
    Walk.preorder(body, node -> visit(node, function));
  }

  private boolean visit(Node node, Node function) {
    switch (node) {
      case Expr.FuncLit literal -> {
        if (info.type(literal) instanceof Signature signature) {
          declare(literal, signature);
        }
        walk(literal, literal.body());
        return false;
      }
      case Stmt.CaseClause clause ->
          info.implicit(clause).ifPresent(symbol -> assigned(symbol, function));
      case Stmt.AssignStmt assign -> assign.left().forEach(left -> target(left, function));
      case Stmt.ReturnStmt returned when !returned.results().isEmpty() ->
          results.getOrDefault(function, List.of()).forEach(one -> assigned(one, function));
      case Stmt.IncDecStmt step -> target(step.x(), function);
      case Stmt.RangeStmt loop -> {
        target(loop.key(), function);
        target(loop.value(), function);
      }
      case Spec.ValueSpec spec -> spec.names().forEach(name -> target(name, function));
      case Expr.UnaryExpr address when address.operator() == Token.AND -> {
        if (unparen(address.x()) instanceof Expr.Ident name
            && info.symbol(name).orElse(null) instanceof Var local
            && !isAggregate(local.type())) {
          use(local, function).hasAddress = true;
        }
      }
      case Expr.Ident name -> {
        if (info.symbol(name).orElse(null) instanceof Var local && isLocal(local)) {
          Use use = use(local, function);
          use.isCaptured |= use.owner != function;
        }
      }
      default -> {}
    }
    return true;
  }

  private void target(Expr left, Node function) {
    if (unparen(left) instanceof Expr.Ident name) {
      info.symbol(name).ifPresent(symbol -> assigned(symbol, function));
    }
  }

  private void assigned(Symbol symbol, Node function) {
    if (symbol instanceof Var local && isLocal(local)) {
      Use use = use(local, function);
      use.assignments++;
      use.isAssignedInside |= use.owner != function;
    }
  }

  private Use use(Var local, Node function) {
    return uses.computeIfAbsent(local, _ -> new Use(function));
  }

  static Expr unparen(Expr expr) {
    return expr instanceof Expr.ParenExpr paren ? unparen(paren.x()) : expr;
  }

  static boolean isLocal(Var symbol) {
    return switch (symbol.kind()) {
      case LOCAL, RECEIVER, PARAMETER, RESULT -> true;
      case PACKAGE, FIELD, EMBEDDED_FIELD -> false;
    };
  }

  /** What has parts of its own: its address is it. */
  static boolean isAggregate(Type type) {
    Type under = type instanceof Named named ? named.underlying() : type.underlying();
    return under instanceof Struct || under instanceof Type.Array;
  }

  /** Whether it is assigned once, when it is declared. */
  boolean isConstant(Var local) {
    Use use = uses.get(local);
    return use != null && use.assignments <= 1 && !use.hasAddress;
  }

  /** Whether what it is at a place can't be told from the code before that place alone. */
  boolean isCell(Var local, Node function) {
    Use use = uses.get(local);
    return use == null
        || use.hasAddress
        || use.isAssignedInside
        || use.owner != function && use.assignments > 1;
  }

  boolean isShared(Var local) {
    Use use = uses.get(local);
    return use == null || use.isCaptured || use.hasAddress;
  }
}
