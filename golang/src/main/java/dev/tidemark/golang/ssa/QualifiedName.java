package dev.tidemark.golang.ssa;

import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Named;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.TypeParam;
import dev.tidemark.golang.types.Unknown;
import dev.tidemark.golang.types.Var;
import java.util.List;

/**
 * Names of functions and types: {@code context.WithCancel}, {@code net/http.Client.Do} for a method
 * of a type or of a pointer to it, {@code context.Context.Done} for one of an interface.
 */
public final class QualifiedName {
  private QualifiedName() {}

  /** Of a defined type, with pointers followed; empty for others. */
  public static String of(Type type) {
    return switch (type.unalias()) {
      case Named named ->
          named.symbol().pkg().path().isEmpty()
              ? named.symbol().name()
              : named.symbol().pkg().path() + "." + named.symbol().name();
      case Type.Pointer pointer -> of(pointer.element());
      case Unknown unknown when unknown.isNamed() -> unknown.path() + "." + unknown.name();
      case TypeParam _ -> "";
      default -> "";
    };
  }

  public static String of(Func function) {
    List<Var> receiver = function.signature().receiver();
    if (receiver.isEmpty()) {
      return function.pkg().path() + "." + function.name();
    }
    String owner = of(receiver.getFirst().type());
    return owner.isEmpty() ? "" : owner + "." + function.name();
  }
}
