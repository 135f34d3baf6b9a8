package dev.tidemark.golang.ssa;

import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Func;

/** What a call calls. */
public sealed interface Callee {
  /** A declared function or a method of a defined type. */
  record Static(Func symbol) implements Callee {}

  /** A method of an interface, of whatever is in it. */
  record Interface(Func symbol) implements Callee {}

  /** A function literal. */
  record Literal(Body body) implements Callee {}

  /** A function of the language. */
  record Language(Builtin.Function function) implements Callee {}

  /** Whatever function a value is. */
  record Dynamic(Value function) implements Callee {}
}
