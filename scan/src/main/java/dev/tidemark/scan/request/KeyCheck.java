package dev.tidemark.scan.request;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Dominators;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Token;
import java.util.List;
import java.util.Set;

/**
 * Whether code is reached only where a value is one of a set that is there already: a key of
 * another map, an element of a list, a constant.
 *
 * <pre>
 *   if _, ok := allowed[id]; !ok {        switch kind {
 *     return                              case "new", "old":
 *   }                                       counts[kind]++
 *   clients[id] = c                       }
 * </pre>
 */
public final class KeyCheck {
  private static final Set<String> ASKING =
      Set.of("slices.Contains", "slices.BinarySearch", "slices.Index");

  private final Body body;
  private final Value key;
  private final Value container;

  /**
   * @param container what the value is put into: that it is there already tells nothing of it
   */
  private KeyCheck(Body body, Value key, Value container) {
    this.body = body;
    this.key = key;
    this.container = container;
  }

  /** Whether the value of a key is checked on every way to an operation. */
  public static boolean before(Body body, Op op, Value key, Value container) {
    KeyCheck check = new KeyCheck(body, key, container);
    return body.blockOf(op).filter(check::leadsTo).isPresent();
  }

  /** The same on the step from one block to another. */
  static boolean between(Body body, Block from, Block to, Value key) {
    List<Block> blocks = body.graph().blocks();
    if (from.index() >= blocks.size() || blocks.get(from.index()) != from) {
      // A literal shares the values of the functions around it, whose ways are not its own.
      return false;
    }
    KeyCheck check = new KeyCheck(body, key, Value.NIL);
    return check.leadsTo(from)
        || asks(from)
            && from.successors().getFirst() != from.successors().getLast()
            && check.isMember(body.condition(from), from.successors().getFirst() == to);
  }

  private static boolean asks(Block block) {
    return (block.exit() instanceof Exit.If || block.exit() instanceof Exit.Case)
        && block.successors().size() == 2;
  }

  private boolean leadsTo(Block at) {
    Dominators dominators = Dominators.of(body.graph());
    for (Block block : body.graph().blocks()) {
      if (asks(block)) {
        boolean isThen = leads(dominators, block, 0, at);
        boolean isElse = leads(dominators, block, 1, at);
        if (isThen != isElse && isMember(body.condition(block), isThen)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether all ways to a block go over one successor, which only its predecessor leads to. */
  private static boolean leads(Dominators dominators, Block from, int index, Block to) {
    Block next = from.successors().get(index);
    return next.predecessors().size() == 1 && dominators.dominates(next, to);
  }

  private boolean isMember(Value condition, boolean isTrue) {
    return switch (condition) {
      case Value.Computed(Token operator, Value x, _) when operator == Token.NOT ->
          isMember(x, !isTrue);
      case Value.Computed(Token operator, Value x, Value y) when operator == Token.NEQ ->
          isMember(new Value.Computed(Token.EQL, x, y), !isTrue);
      case Value.Computed(Token operator, Value x, Value.Nil _) when operator == Token.EQL ->
          !isTrue && isEntry(x);
      case Value.Computed(Token operator, Value x, Value.Known _) when operator == Token.EQL ->
          isTrue && isKey(x);
      case Value.Ok(_, Value of) -> isTrue && isEntry(of);
      case Value.Element _ -> isTrue && isEntry(condition);
      case Value.Result(Op.Call call, _) ->
          isTrue && ASKING.contains(call.name()) && call.arguments().stream().anyMatch(this::isKey);
      default -> false;
    };
  }

  private boolean isEntry(Value value) {
    return value instanceof Value.Element(Value base, Value asked)
        && isKey(asked)
        && !base.equals(container);
  }

  private boolean isKey(Value value) {
    return !value.equals(Value.NIL)
        && (value.equals(key)
            ? !(value instanceof Value.Element(_, Value own))
                || key instanceof Value.Element(_, Value other) && own.equals(other)
            : body.sources(key).equals(Set.of(value)));
  }
}
