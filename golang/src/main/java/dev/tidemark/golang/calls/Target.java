package dev.tidemark.golang.calls;

import dev.tidemark.golang.hierarchy.InterfaceMethod;

/** What a call names, or what a function value is. */
public sealed interface Target {
  /** A declared function, a method of a type or a literal, by its qualified name. */
  record Function(String name) implements Target {}

  /** A method of whatever an interface holds. */
  record Method(InterfaceMethod method) implements Target {}

  /** Whatever is kept there. */
  record Kept(Slot slot) implements Target {}

  /** Nothing is known of it. */
  record Unknown() implements Target {}
}
