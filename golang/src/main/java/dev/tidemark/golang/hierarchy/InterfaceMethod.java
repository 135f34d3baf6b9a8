package dev.tidemark.golang.hierarchy;

import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Interface;
import java.util.List;

/**
 * A method of an interface.
 *
 * @param key its own {@link MethodKey}
 * @param all the keys of all methods of the interface
 */
public record InterfaceMethod(long key, List<Long> all) {
  public InterfaceMethod {
    all = List.copyOf(all);
  }

  public static InterfaceMethod of(Func method, Interface face) {
    return new InterfaceMethod(
        MethodKey.of(method),
        face.typeSet().methods().stream().map(MethodKey::of).sorted().toList());
  }
}
