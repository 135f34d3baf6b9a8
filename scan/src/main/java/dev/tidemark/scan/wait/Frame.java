package dev.tidemark.scan.wait;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.types.Var;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A function that is being run, and what its values are. */
final class Frame {
  final Body body;

  /** What a function literal was made with. */
  final @Nullable Frame outer;

  /** The call that gets its results; null for deferred ones and where a goroutine starts. */
  final Op.@Nullable Call call;

  final Datum receiver;
  final List<Datum> arguments;
  final Map<Op.Call, List<Datum>> results = new IdentityHashMap<>(4);

  /** What places held when they were read, by the very object that stands for the reading. */
  final Map<Value, Datum> loads = new IdentityHashMap<>(2);

  final Map<Node, Datum> received = new IdentityHashMap<>(2);
  final Map<Node, Datum> oks = new IdentityHashMap<>(2);
  final Map<Node, Datum> opaque = new IdentityHashMap<>(2);
  final Map<Node, Instance> made = new IdentityHashMap<>(2);
  final Map<Value.Phi, Datum> joins = new IdentityHashMap<>(2);
  final Map<Var, Variable> variables = new IdentityHashMap<>(2);
  final Map<Node, Integer> turns = new IdentityHashMap<>(2);
  final Deque<Invocation> deferred = new ArrayDeque<>(1);
  Block block;
  int next;

  /** What is done with the results when it has returned. */
  Consumer<List<Datum>> after = _ -> {};

  boolean isReturning;

  /** Whether a panic has left it before its end. */
  boolean isUnwound;

  List<Datum> returned = List.of();

  /** Which clause of a select was chosen, and what it received. */
  int chosen;

  Datum chosenValue = Datum.NIL;
  Datum chosenOk = Datum.NIL;

  /** What closures share. */
  static final class Variable {
    Datum value;

    Variable(Datum value) {
      this.value = value;
    }
  }

  Frame(
      Body body,
      @Nullable Frame outer,
      Op.@Nullable Call call,
      Datum receiver,
      List<Datum> arguments) {
    this.body = body;
    this.outer = outer;
    this.call = call;
    this.receiver = receiver;
    if (receiver instanceof Instance instance) {
      instance.isPresent = true;
    }
    this.arguments = arguments;
    this.block = body.graph().entry();
  }

  /** What a function literal that is made now gets to see, with variables shared. */
  Frame snapshot() {
    Frame copy = new Frame(body, outer, call, receiver, arguments);
    copy.results.putAll(results);
    copy.loads.putAll(loads);
    copy.received.putAll(received);
    copy.oks.putAll(oks);
    copy.opaque.putAll(opaque);
    copy.made.putAll(made);
    copy.joins.putAll(joins);
    copy.variables.putAll(variables);
    return copy;
  }

  /** The frame of a function around it, or itself; null where it is not known. */
  @Nullable Frame of(Body owner) {
    for (Frame at = this; at != null; at = at.outer) {
      if (at.body == owner) {
        return at;
      }
    }
    return null;
  }

  @Nullable Variable variable(Var symbol) {
    for (Frame at = this; at != null; at = at.outer) {
      Variable found = at.variables.get(symbol);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
