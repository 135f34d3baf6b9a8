package dev.tidemark.scan.request;

import dev.tidemark.golang.hierarchy.InterfaceMethod;
import dev.tidemark.scan.Span;
import java.util.List;

/**
 * What a function does, or what it calls does, that another package may have to know.
 *
 * @param depth how many calls it is away
 * @param given for each argument what it may come from; empty where none comes from anything
 * @param at in the source
 */
public record OutwardCall(Target target, int depth, List<Given> given, Span at) {
  public OutwardCall {
    given = List.copyOf(given);
  }

  /**
   * Which parameters of the function an argument may come from, a bit each.
   *
   * @param any in whatever way
   * @param plain as {@link RequestData#plain} has it
   */
  public record Given(long any, long plain) {
    static final Given NOTHING = new Given(0, 0);

    /** As handlers have it from the sender. */
    static final Given CHOSEN = new Given(Roots.HANDLER, Roots.HANDLER);

    /** What comes of it where the function gets this. */
    Given of(Given outer) {
      return new Given(any & outer.any, plain & outer.plain);
    }

    /** Beside others, parameter {@code index} gets something. */
    Given and(int index, Given one) {
      long bit = Roots.bit(index);
      return new Given(one.any == 0 ? any : any | bit, one.plain == 0 ? plain : plain | bit);
    }

    Given or(Given other) {
      return new Given(any | other.any, plain | other.plain);
    }

    boolean isNothing() {
      return any == 0 && plain == 0;
    }
  }

  /** What is called or made. */
  public sealed interface Target {}

  /** A function or method of a package of the module. */
  public record Function(String name) implements Target {}

  /** Whatever implements a method. */
  public record Method(InterfaceMethod method) implements Target {}

  /** A value of a type is made. */
  public record Made(String type) implements Target {}
}
