package dev.tidemark.golang.hierarchy;

import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Names;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.TypeText;
import dev.tidemark.golang.types.Var;

/**
 * What a method and one of an interface have in common where the one implements the other: name and
 * types, told in 64 bits (FNV-1a), so that it can be kept without either.
 */
public final class MethodKey {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private MethodKey() {}

  public static long of(Func method) {
    long hash = BASIS;
    if (!Names.isExported(method.name())) {
      // Another package's name is another one.
      hash = mix(hash, method.pkg().path());
    }
    hash = mix(hash, method.name());
    Signature signature = method.signature();
    for (Var parameter : signature.params()) {
      hash = mix(hash, TypeText.bare(parameter.type()));
    }
    hash = mix(hash, signature.isVariadic() ? "..." : "");
    for (Var result : signature.results()) {
      hash = mix(hash, TypeText.bare(result.type()));
    }
    return hash;
  }

  private static long mix(long hash, String text) {
    long mixed = hash;
    for (int i = 0; i < text.length(); i++) {
      mixed = (mixed ^ text.charAt(i)) * PRIME;
    }
    return (mixed ^ '\n') * PRIME;
  }
}
