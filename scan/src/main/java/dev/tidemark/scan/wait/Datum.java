package dev.tidemark.scan.wait;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Func;

/** What a value is in a run. */
sealed interface Datum {
  Datum NIL = new Nil();

  record Nil() implements Datum {}

  record Whole(long value) implements Datum {}

  record Truth(boolean value) implements Datum {}

  record Text(String value) implements Datum {}

  /** A function literal with the variables it was made with. */
  record Code(Body body, Frame captured) implements Datum {}

  record Declared(Func symbol) implements Datum {}

  record Method(Func symbol, Datum receiver) implements Datum {}

  /** Ends a context. */
  record Cancel(Instance.Context context) implements Datum {}

  /** Runs a function the first time it is called, as {@code sync.OnceFunc} makes it. */
  record OnceOnly(Instance.Once once, Datum function) implements Datum {}

  /** Keeps a function from being run when a context ends, as {@code context.AfterFunc} gives it. */
  record Withdrawal(Instance.Context context, Runnable start) implements Datum {}

  /** An operation of which an operand is not known. */
  record Term(Token operator, Datum x, Datum y) implements Datum {}

  /** What has an identity, or is not known; see {@link Instance}. */
  non-sealed interface Identified extends Datum {}
}
