package dev.tidemark.golang.types;

import java.util.List;

/**
 * The type of a function or method.
 *
 * @param receiver none or one
 * @param receiverTypeParams what the receiver of a method of a generic type calls its parameters
 * @param isVariadic whether the last parameter, a slice, takes any number of arguments
 */
public record Signature(
    List<Var> receiver,
    List<TypeParam> receiverTypeParams,
    List<TypeParam> typeParams,
    List<Var> params,
    List<Var> results,
    boolean isVariadic)
    implements Type {
  public Signature {
    receiver = List.copyOf(receiver);
    receiverTypeParams = List.copyOf(receiverTypeParams);
    typeParams = List.copyOf(typeParams);
    params = List.copyOf(params);
    results = List.copyOf(results);
  }

  /** A function that is neither generic nor a method. */
  public static Signature of(List<Var> params, List<Var> results, boolean isVariadic) {
    return new Signature(List.of(), List.of(), List.of(), params, results, isVariadic);
  }

  public boolean isGeneric() {
    return !typeParams.isEmpty();
  }

  /** Of the same shape, without the receiver. */
  public Signature asFunction() {
    return receiver.isEmpty() && receiverTypeParams.isEmpty()
        ? this
        : new Signature(List.of(), List.of(), typeParams, params, results, isVariadic);
  }

  /** With its type parameters taken away: they have been replaced. */
  public Signature instantiated() {
    return new Signature(receiver, receiverTypeParams, List.of(), params, results, isVariadic);
  }

  /** Of the function that a result is; without parameters where it is none. */
  public Signature returned(int index) {
    return index < results.size()
            && results.get(index).type().underlying() instanceof Signature signature
        ? signature
        : Func.NO_SIGNATURE;
  }

  /** The type of the value that a call gives: a tuple unless there is one result. */
  public Type resultType() {
    return results.size() == 1 ? results.getFirst().type() : new Type.Tuple(results);
  }
}
