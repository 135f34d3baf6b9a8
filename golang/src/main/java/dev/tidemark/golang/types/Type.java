package dev.tidemark.golang.types;

import java.util.List;

/**
 * A type of Go. Two types are the same when {@link Identity#identical} says so, whether or not they
 * are the same value.
 */
public sealed interface Type
    permits Basic,
        Named,
        Alias,
        TypeParam,
        Interface,
        Struct,
        Signature,
        Unknown,
        Type.Pointer,
        Type.Slice,
        Type.Array,
        Type.Map,
        Type.Chan,
        Type.Tuple,
        Type.Union {

  /** What a defined type is made of; for a type parameter the interface of its constraint. */
  default Type underlying() {
    return this;
  }

  /** The type that aliases stand for in the end. */
  default Type unalias() {
    return this;
  }

  record Pointer(Type element) implements Type {}

  record Slice(Type element) implements Type {}

  /**
   * @param length in elements; -1 where it could not be found out
   */
  record Array(long length, Type element) implements Type {}

  record Map(Type key, Type element) implements Type {}

  record Chan(Direction direction, Type element) implements Type {}

  /** Which ways a channel may be used. */
  enum Direction {
    BOTH,
    SEND,
    RECEIVE
  }

  /** The results of a call with none or several. */
  record Tuple(List<Var> vars) implements Type {
    public static final Tuple EMPTY = new Tuple(List.of());

    public Tuple {
      vars = List.copyOf(vars);
    }
  }

  /** The terms of a constraint such as {@code ~int | string}. */
  record Union(List<Term> terms) implements Type {
    public Union {
      terms = List.copyOf(terms);
    }
  }

  /**
   * @param isTilde whether every type with that underlying type is meant
   */
  record Term(boolean isTilde, Type type) {}
}
