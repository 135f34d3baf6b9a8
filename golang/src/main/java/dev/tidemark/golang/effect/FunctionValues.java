package dev.tidemark.golang.effect;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Kinds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which functions a value may be: literals, declared functions, methods with their receiver, and
 * what calls return of these.
 */
final class FunctionValues {
  /** Functions that return functions that return functions. */
  private static final int DEPTH = 3;

  private final PackageSummaries known;
  private final Body body;
  private final EffectTable table;

  /**
   * @param table names values as the body's callers know them
   */
  FunctionValues(PackageSummaries known, Body body, EffectTable table) {
    this.known = known;
    this.body = body;
    this.table = table;
  }

  /**
   * @param isAll whether it can be no other function
   */
  record Found(List<Bound> functions, boolean isAll) {
    /** Whether it is known which one it is. */
    boolean isOne() {
      return isAll && functions.size() == 1;
    }
  }

  /**
   * A function and what it brings along.
   *
   * @param receiver of a method; {@link Value#NIL} else
   * @param returnedBy the calls that returned it, whose arguments it may use, the last one first
   */
  record Bound(Summary summary, Value receiver, List<Op.Call> returnedBy) {
    /** What the root of a value of the summary is in the body, for a call of the function. */
    Value root(Value root, Op.Call call) {
      Value outside = outside(root, 0);
      return outside instanceof Value.Argument(int index, _) ? call.argument(index) : outside;
    }

    /**
     * The same before it is called: its own arguments keep their names.
     *
     * @param level 1 for the summary of what the function returns, and so on
     */
    private Value outside(Value root, int level) {
      if (!(root instanceof Value.Argument(int index, int of)) || of < level) {
        return root;
      }
      if (of == level) {
        return index < 0 && !receiver.equals(Value.NIL) ? receiver : root;
      }
      return of - level <= returnedBy.size()
          ? returnedBy.get(of - level - 1).argument(index)
          : Value.NIL;
    }
  }

  Found of(Value value) {
    return of(value, 0);
  }

  private Found of(Value value, int depth) {
    List<Bound> functions = new ArrayList<>(1);
    boolean isAll = true;
    for (Value source : body.sources(value)) {
      switch (source) {
        case Value.Closure(Body literal) ->
            functions.add(new Bound(known.of(literal), Value.NIL, List.of()));
        case Value.Function(Func symbol) -> isAll &= declared(symbol, Value.NIL, functions);
        case Value.BoundMethod(Func symbol, Value receiver) ->
            isAll &= !Kinds.isOfInterface(symbol) && declared(symbol, receiver, functions);
        case Value.Result(Op.Call call, int index) ->
            isAll &= depth < DEPTH && returned(call, index, depth, functions);
        case Value.Nil _, Value.Zero _ -> {}
        default -> isAll = false;
      }
    }
    return new Found(functions, isAll && !functions.isEmpty());
  }

  private boolean declared(Func symbol, Value receiver, List<Bound> functions) {
    Optional<Summary> summary = known.of(symbol);
    summary.ifPresent(found -> functions.add(new Bound(found, receiver, List.of())));
    return summary.isPresent();
  }

  private boolean returned(Op.Call call, int index, int depth, List<Bound> functions) {
    if (call.callee() instanceof Callee.Dynamic(Value function)) {
      Found callees = of(function, depth + 1);
      boolean isAll = callees.isAll();
      for (Bound callee : callees.functions()) {
        isAll &= returned(callee.summary(), call, callee.returnedBy(), index, functions);
      }
      return isAll;
    }
    Optional<Summary> summary = known.of(call.callee());
    return summary.isPresent() && returned(summary.get(), call, List.of(), index, functions);
  }

  private static boolean returned(
      Summary callee, Op.Call call, List<Op.Call> before, int index, List<Bound> functions) {
    Summary given = callee.given().get(index);
    if (given == null) {
      return false;
    }
    List<Op.Call> calls = new ArrayList<>(before.size() + 1);
    calls.add(call);
    calls.addAll(before);
    functions.add(new Bound(given, Value.NIL, calls));
    return true;
  }

  /**
   * What calling a result does, for those who call the body: as {@link Summary#given}.
   *
   * @param results what is returned as it, at each return
   */
  Optional<Summary> given(List<Value> results) {
    List<Bound> functions = new ArrayList<>(1);
    for (Value result : results) {
      Found found = of(result);
      boolean isNothing = body.sources(result).stream().allMatch(Value.Nil.class::isInstance);
      if (!found.isAll() && !isNothing) {
        return Optional.empty();
      }
      functions.addAll(found.functions());
    }
    if (functions.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(joined(functions));
  }

  private Summary joined(List<Bound> functions) {
    boolean isOne = functions.size() == 1;
    Set<Effect> effects = new LinkedHashSet<>();
    boolean isComplete = true;
    boolean returns = false;
    boolean blocks = false;
    boolean starts = false;
    Map<Integer, Summary> given = Map.of();
    for (Bound function : functions) {
      Summary summary = outwards(function.summary(), function, 0);
      summary.effects().forEach(effect -> effects.add(effect.certain(effect.isCertain() && isOne)));
      isComplete &= summary.isComplete();
      returns |= summary.returns();
      blocks |= summary.blocks();
      starts |= summary.starts();
      given = isOne ? summary.given() : Map.of();
    }
    return new Summary(
        effects.stream().limit(Summary.LIMIT).toList(),
        isComplete && effects.size() <= Summary.LIMIT,
        returns,
        blocks,
        starts,
        given);
  }

  /** A summary with the values named as those know them who call the body. */
  private Summary outwards(Summary summary, Bound function, int level) {
    List<Effect> effects = new ArrayList<>();
    for (Effect effect : summary.effects()) {
      Optional<Value> target = outwards(effect.target(), function, level);
      if (target.isPresent()) {
        Value into = outwards(effect.into(), function, level).orElse(Value.NIL);
        effects.add(effect.with(target.get(), into));
      }
    }
    Map<Integer, Summary> given = new HashMap<>();
    if (level < DEPTH) {
      summary.given().forEach((index, one) -> given.put(index, outwards(one, function, level + 1)));
    }
    return new Summary(
        effects,
        summary.isComplete(),
        summary.returns(),
        summary.blocks(),
        summary.starts(),
        given);
  }

  private Optional<Value> outwards(Value value, Bound function, int level) {
    return Substitution.apply(value, root -> function.outside(root, level))
        .flatMap(here ->
            Substitution.apply(
                here,
                root ->
                    root instanceof Value.Argument
                        ? root
                        : lifted(table.outside(root).orElse(Value.NIL), level + 1)));
  }

  private static Value lifted(Value root, int levels) {
    return root instanceof Value.Argument(int index, int level)
        ? new Value.Argument(index, level + levels)
        : root;
  }
}
