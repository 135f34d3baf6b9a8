package dev.tidemark.scan.wait;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call with what it is called with.
 *
 * @param body what is run; null where there is no source of it
 * @param outer of a function literal, what it was made with
 * @param name as the call names it
 * @param after what is done with the results when it has returned
 */
record Invocation(
    Op.Call call,
    @Nullable Body body,
    @Nullable Frame outer,
    String name,
    Datum function,
    Datum receiver,
    List<Datum> arguments,
    Consumer<List<Datum>> after) {
  Invocation nameless() {
    return new Invocation(call, body, outer, "", function, receiver, arguments, after);
  }

  Invocation then(Consumer<List<Datum>> next) {
    return new Invocation(call, body, outer, name, function, receiver, arguments, next);
  }

  Datum argument(int index) {
    return index < arguments.size() ? arguments.get(index) : Datum.NIL;
  }
}
