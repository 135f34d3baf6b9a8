package dev.tidemark.golang.effect;

import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Place;

/**
 * One thing that becomes of a value when a function is called.
 *
 * @param target the value: an argument, a package variable, or a part of one
 * @param detail of {@link Kind#METHOD} and {@link Kind#PASSED} which function, by its qualified
 *     name
 * @param into of {@link Kind#STORED} where; {@link Value#NIL} else
 * @param result of {@link Kind#RETURNED} which result; -1 else
 * @param isCertain whether it happens whenever the function returns
 * @param isAsync whether a goroutine does it that the function starts
 * @param place in the source
 */
public record Effect(
    Kind kind,
    Value target,
    String detail,
    Value into,
    int result,
    boolean isCertain,
    boolean isAsync,
    Place place) {
  /** What happens. */
  public enum Kind {
    /** A function value is called. */
    CALLED,
    /** A method is called on it. */
    METHOD,
    /** Something is sent to it. */
    SENT_TO,
    /** It is received from. */
    RECEIVED_FROM,
    /** The channel is closed. */
    CLOSED,
    /** It is stored where it outlives the call. */
    STORED,
    /** It is sent to a channel. */
    SENT,
    /** A function of which nothing is known is called with it. */
    PASSED,
    /** It is returned, itself or in something. */
    RETURNED,
    /** Elements are added to it. */
    GROWN,
    /** Elements are taken out of it, or all of it is replaced. */
    SHRUNK,
    /** The end of the context is waited for. */
    WATCHED
  }

  /** Something that always happens to a value, done by the function itself. */
  static Effect of(Kind kind, Value target, Place place) {
    return new Effect(kind, target, "", Value.NIL, -1, true, false, place);
  }

  Effect byFunction(String name) {
    return new Effect(kind, target, name, into, result, isCertain, isAsync, place);
  }

  Effect storedIn(Value other) {
    return new Effect(kind, target, detail, other, result, isCertain, isAsync, place);
  }

  Effect asResult(int index) {
    return new Effect(kind, target, detail, into, index, isCertain, isAsync, place);
  }

  Effect inGoroutine(boolean async) {
    return new Effect(kind, target, detail, into, result, isCertain, async, place);
  }

  Effect certain(boolean certain) {
    return new Effect(kind, target, detail, into, result, certain, isAsync, place);
  }

  /** The same as seen by another, who has other names for the values. */
  Effect with(Value otherTarget, Value otherInto) {
    return new Effect(kind, otherTarget, detail, otherInto, result, isCertain, isAsync, place);
  }

  /** What makes two effects one, wherever they are. */
  record Key(Kind kind, Value target, String detail, Value into, int result, boolean isAsync) {}

  Key key() {
    return new Key(kind, target, detail, into, result, isAsync);
  }
}
