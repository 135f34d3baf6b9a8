package dev.tidemark.scan.request;

import dev.tidemark.golang.effect.PackageSummaries;
import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Named;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Var;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether code is reached only where a value is one of a set that is there already: a key of
 * another map, an element of a list, a constant, a number below one.
 *
 * <pre>
 *   if _, ok := allowed[id]; !ok {        switch kind {
 *     return                              case "new", "old":
 *   }                                       counts[kind]++
 *   clients[id] = c                       }
 * </pre>
 *
 * <p>A step from one block to another on which that is found to be so is taken away: what is not
 * reached any more is reached with values of the set alone. Functions of the package that are asked
 * for it are looked into.
 */
public final class KeyCheck {
  private static final Set<String> ASKING =
      Set.of("slices.Contains", "slices.BinarySearch", "slices.Index");

  /** Functions that give another form of what they are called with. */
  private static final Set<String> FORMING =
      Set.of(
          "strconv.Itoa",
          "strconv.FormatInt",
          "strconv.FormatUint",
          "strings.ToLower",
          "strings.ToUpper",
          "strings.TrimSpace",
          "strings.Clone");

  /** Functions of more blocks are not there to check a key, and take long to look through. */
  private static final int SMALL = 100;

  private static final int LARGE = 2_000;

  /** Calls in calls that are looked into. */
  private static final int DEPTH = 2;

  private final PackageSummaries summaries;
  private final Body body;
  private final Set<Value> keys;
  private final Value container;
  private final int depth;

  /**
   * @param container what the value is put into: that it is there already tells nothing of it
   */
  private KeyCheck(PackageSummaries summaries, Body body, Value key, Value container, int depth) {
    this.summaries = summaries;
    this.body = body;
    this.container = container;
    this.depth = depth;
    this.keys = new HashSet<>();
    Value form = key;
    while (!form.equals(Value.NIL) && keys.add(form)) {
      form =
          form instanceof Value.Result(Op.Call call, _) && FORMING.contains(call.name())
              ? call.argument(0)
              : form;
      Set<Value> sources = body.sources(form);
      form = sources.size() == 1 ? sources.iterator().next() : form;
    }
  }

  /** Whether the value of a key is checked on every way to an operation. */
  public static boolean before(
      PackageSummaries summaries, Body body, Op op, Value key, Value container) {
    KeyCheck check = new KeyCheck(summaries, body, key, container, 0);
    return check.keys.stream().anyMatch(KeyCheck::isOfFew)
        || body.blockOf(op).filter(check::leadsTo).isPresent();
  }

  /** The same on the step from one block to another. */
  static boolean between(PackageSummaries summaries, Body body, Block from, Block to, Value key) {
    return new KeyCheck(summaries, body, key, Value.NIL, 0).between(from, to);
  }

  /** Whether a function gives only constants, and of what it is called with what is checked. */
  static boolean isOfFew(PackageSummaries summaries, Body function, int result) {
    boolean[] found = new boolean[2];
    function.forEachOp(op -> {
      if (op instanceof Op.Return(_, List<Value> values) && result < values.size()) {
        for (Value source : function.sources(values.get(result))) {
          boolean isFew =
              switch (source) {
                case Value.Known _, Value.Nil _, Value.Zero _ -> true;
                case Value.Parameter parameter ->
                    isGivenChecked(summaries, function, op, values.get(result), parameter);
                default -> false;
              };
          found[isFew ? 0 : 1] = true;
        }
      }
    });
    return found[0] && !found[1];
  }

  private static boolean isGivenChecked(
      PackageSummaries summaries, Body function, Op op, Value value, Value parameter) {
    KeyCheck check = new KeyCheck(summaries, function, parameter, Value.NIL, 0);
    if (value instanceof Value.Phi phi) {
      return check.isEachChecked(phi, parameter);
    }
    return function.blockOf(op).filter(check::leadsTo).isPresent();
  }

  private boolean isEachChecked(Value.Phi phi, Value asked) {
    List<Block> before = phi.block().predecessors();
    for (int i = 0; i < phi.operands().size(); i++) {
      if (phi.operands().get(i).equals(asked)
          && (i >= before.size() || !between(before.get(i), phi.block()))) {
        return false;
      }
    }
    return true;
  }

  private boolean between(Block from, Block to) {
    List<Block> blocks = body.graph().blocks();
    if (from.index() >= blocks.size() || blocks.get(from.index()) != from) {
      // A literal shares the values of the functions around it, whose ways are not its own.
      return false;
    }
    return leadsTo(from)
        || asks(from)
            && from.successors().getFirst() != from.successors().getLast()
            && isMember(body.condition(from), from.successors().getFirst() == to);
  }

  private static boolean asks(Block block) {
    return (block.exit() instanceof Exit.If || block.exit() instanceof Exit.Case)
        && block.successors().size() == 2;
  }

  /** Whether a block is reached over steps alone that tell that the key is one of the set. */
  private boolean leadsTo(Block at) {
    if (body.graph().blocks().size() > LARGE) {
      return false;
    }
    Deque<Block> waiting = new ArrayDeque<>();
    Set<Block> seen = new HashSet<>();
    waiting.add(body.graph().entry());
    seen.add(body.graph().entry());
    while (!waiting.isEmpty()) {
      Block block = waiting.remove();
      if (block == at) {
        return false;
      }
      for (int i = 0; i < block.successors().size(); i++) {
        if (!(asks(block) && isMember(body.condition(block), i == 0))
            && seen.add(block.successors().get(i))) {
          waiting.add(block.successors().get(i));
        }
      }
    }
    return true;
  }

  private boolean isMember(Value condition, boolean isTrue) {
    return switch (condition) {
      case Value.Computed(Token operator, Value x, _) when operator == Token.NOT ->
          isMember(x, !isTrue);
      case Value.Computed(Token operator, Value x, Value y) when operator == Token.LOR ->
          isTrue && isMember(x, true) && isMember(y, true);
      case Value.Computed(Token operator, Value x, Value y) when operator == Token.LAND ->
          isTrue && (isMember(x, true) || isMember(y, true));
      case Value.Computed(Token operator, Value x, Value y) when operator == Token.NEQ ->
          isMember(new Value.Computed(Token.EQL, x, y), !isTrue);
      case Value.Computed(Token operator, Value x, Value.Nil _) when operator == Token.EQL ->
          !isTrue && isEntry(x) || isTrue && isAccepted(x);
      case Value.Computed(Token operator, Value x, Value y) when operator == Token.EQL ->
          isTrue && (y instanceof Value.Known && isKey(x) || x instanceof Value.Known && isKey(y));
      case Value.Computed(Token operator, Value x, Value.Known _) ->
          isKey(x)
              && switch (operator) {
                case LSS, LEQ -> isTrue;
                case GTR, GEQ -> !isTrue;
                default -> false;
              };
      case Value.Ok(_, Value of) -> isTrue && isEntry(of);
      case Value.Element _ -> isTrue && isEntry(condition);
      case Value.Result(Op.Call call, _) ->
          isTrue
              && (ASKING.contains(call.name()) && call.arguments().stream().anyMatch(this::isKey)
                  || isAccepted(condition));
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
        && keys.stream()
            .anyMatch(key ->
                value.equals(key)
                    ? !(value instanceof Value.Element(_, Value own))
                        || key instanceof Value.Element(_, Value other) && own.equals(other)
                    : body.sources(key).equals(Set.of(value)));
  }

  /** A number modulo a small one. */
  private static boolean isOfFew(Value key) {
    return key instanceof Value.Computed(Token operator, _, Value.Known(var constant))
        && operator == Token.REM
        && constant.toString().matches("\\d{1,6}");
  }

  /** Whether a function was asked for the key, and what it gave says that the key is of a set. */
  private boolean isAccepted(Value answer) {
    if (!(answer instanceof Value.Result(Op.Call call, int index)) || depth >= DEPTH) {
      return false;
    }
    Optional<Body> asked = summaries.body(call.callee());
    if (asked.isPresent() && asked.get().graph().blocks().size() > SMALL) {
      return false;
    }
    if (asked.isEmpty()) {
      return isKey(call.receiver()) && isCheckOfOwn(call);
    }
    for (int i = -1; i < call.arguments().size(); i++) {
      if (isKey(call.argument(i))) {
        Optional<Value> parameter = parameter(asked.get(), call.parameter(i));
        if (parameter.isPresent()
            && new KeyCheck(summaries, asked.get(), parameter.get(), Value.NIL, depth + 1)
                .accepts(index)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Optional<Value> parameter(Body function, int index) {
    Signature signature = function.signature();
    List<Var> all = index < 0 ? signature.receiver().stream().toList() : signature.params();
    int at = Math.max(index, 0);
    return at < all.size()
        ? Optional.of(new Value.Parameter(function, index, all.get(at)))
        : Optional.empty();
  }

  /** A method of a kind of text or number that says which of its values there are. */
  private static boolean isCheckOfOwn(Op.Call call) {
    return call.callee() instanceof Callee.Static(Func method)
        && (method.name().equals("Valid") || method.name().equals("IsValid"))
        && method.signature().receiver().stream()
            .anyMatch(receiver ->
                receiver.type().unalias() instanceof Named named
                    && named.underlying() instanceof Basic);
  }

  /** Whether the function says yes, or gives no error, only for a key of a set. */
  private boolean accepts(int result) {
    Answer[] all = {Answer.NO};
    body.forEachOp(op -> {
      if (op instanceof Op.Return(_, List<Value> values) && result < values.size()) {
        Block at = body.blockOf(op).orElse(body.graph().entry());
        all[0] = all[0].or(answer(values.get(result), at));
      }
    });
    return all[0] == Answer.YES_OF_SET;
  }

  private Answer answer(Value value, Block at) {
    if (value instanceof Value.Phi phi && phi.block().predecessors().size() > 1) {
      Answer all = Answer.NO;
      for (int i = 0; i < phi.operands().size(); i++) {
        Block before = phi.block().predecessors().get(i);
        boolean isChecked = between(before, phi.block());
        all = all.or(answer(phi.operands().get(i), isChecked));
      }
      return all;
    }
    return answer(value, leadsTo(at));
  }

  private Answer answer(Value value, boolean isChecked) {
    if (Answer.isNo(value)) {
      return Answer.NO;
    }
    return isChecked || isMember(value, true) ? Answer.YES_OF_SET : Answer.YES_OF_ANY;
  }
}
