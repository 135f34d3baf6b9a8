package dev.tidemark.scan.wait;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Walk;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has to be done when a block is entered, found out once for each body. */
final class Layout {
  /** The values that the body and the literals in it speak of, parts of others too. */
  final Set<Value> mentioned = new LinkedHashSet<>();

  private final List<List<Value.Phi>> joins = new ArrayList<>();
  private final List<List<Node>> nodes = new ArrayList<>();
  private final List<List<Value.Made>> made = new ArrayList<>();

  /**
   * @param family everything that the declared function and its literals speak of
   */
  private Layout(Body body, Set<Value> family) {
    Map<Node, Value.Made> makers = new IdentityHashMap<>();
    for (Value value : family) {
      if (value instanceof Value.Made one) {
        makers.put(one.site().node(), one);
      }
    }
    for (Block block : body.graph().blocks()) {
      List<Node> within = new ArrayList<>();
      List<Value.Made> makes = new ArrayList<>(1);
      for (Node node : block.nodes()) {
        if (node instanceof Stmt.RangeStmt || node instanceof Stmt.CaseClause) {
          continue;
        }
        Walk.preorder(
            node,
            part -> {
              within.add(part);
              Value.Made maker = makers.get(part);
              if (maker != null) {
                makes.add(maker);
              }
              return !(part instanceof Expr.FuncLit);
            });
      }
      nodes.add(within);
      made.add(makes);
      joins.add(new ArrayList<>(0));
    }
    for (Value value : family) {
      if (value instanceof Value.Phi phi
          && phi.block().index() < body.graph().blocks().size()
          && body.graph().blocks().get(phi.block().index()) == phi.block()) {
        joins.get(phi.block().index()).add(phi);
      }
    }
  }

  List<Value.Phi> joins(Block block) {
    return joins.get(block.index());
  }

  /** Syntax that is run anew. */
  List<Node> nodes(Block block) {
    return nodes.get(block.index());
  }

  List<Value.Made> made(Block block) {
    return made.get(block.index());
  }

  /** Those of the bodies of one package. */
  static final class Table {
    private final Map<Body, Layout> known = new IdentityHashMap<>();
    private final Map<Body, Set<Value>> families = new IdentityHashMap<>();

    Layout of(Body body) {
      Layout layout = known.get(body);
      if (layout == null) {
        Body root = body;
        while (root.isLiteral()) {
          root = root.outer();
        }
        layout = new Layout(body, families.computeIfAbsent(root, Table::values));
        layout.mentioned.addAll(values(body));
        known.put(body, layout);
      }
      return layout;
    }

    private static Set<Value> values(Body root) {
      Set<Value> found = new LinkedHashSet<>();
      root.forEachBody(body -> {
        body.forEachOp(op -> collect(op, found));
        body.graph().blocks().forEach(block -> collect(body.condition(block), found));
      });
      return found;
    }

    private static void collect(Op op, Set<Value> found) {
      switch (op) {
        case Op.Call call -> {
          collect(call.receiver(), found);
          call.arguments().forEach(one -> collect(one, found));
          if (call.callee() instanceof Callee.Dynamic(Value function)) {
            collect(function, found);
          }
        }
        case Op.Send send -> {
          collect(send.channel(), found);
          collect(send.value(), found);
        }
        case Op.Receive receive -> collect(receive.channel(), found);
        case Op.Select select ->
            select
                .choices()
                .forEach(one -> {
                  collect(one.channel(), found);
                  collect(one.value(), found);
                });
        case Op.Store store -> {
          collect(store.place(), found);
          collect(store.key(), found);
          collect(store.value(), found);
        }
        case Op.Share share -> collect(share.value(), found);
        case Op.Load load -> collect(load.value(), found);
        case Op.Return returned -> returned.values().forEach(one -> collect(one, found));
      }
    }

    private static void collect(Value value, Set<Value> found) {
      // Keys and sizes are no part of what makes two values equal: each is looked at.
      if (value instanceof Value.Element element) {
        collect(element.key(), found);
      }
      if (value instanceof Value.Made made) {
        collect(made.size(), found);
      }
      if (!found.add(value)) {
        return;
      }
      switch (value) {
        case Value.Phi phi -> phi.operands().forEach(one -> collect(one, found));
        case Value.Field field -> collect(field.base(), found);
        case Value.Element element -> collect(element.base(), found);
        case Value.Computed computed -> {
          collect(computed.x(), found);
          collect(computed.y(), found);
        }
        case Value.BoundMethod method -> collect(method.receiver(), found);
        case Value.Received received -> collect(received.channel(), found);
        case Value.Ok ok -> collect(ok.of(), found);
        default -> {}
      }
    }
  }
}
