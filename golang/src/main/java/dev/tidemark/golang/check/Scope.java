package dev.tidemark.golang.check;

import dev.tidemark.golang.types.Symbol;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that a block declares, and those around it. */
final class Scope {
  private final @Nullable Scope parent;
  private @Nullable Map<String, Symbol> names;

  Scope(@Nullable Scope parent) {
    this.parent = parent;
  }

  /** The blank name is never declared. */
  void declare(String name, Symbol symbol) {
    if (name.equals("_") || name.isEmpty()) {
      return;
    }
    Map<String, Symbol> declared = names;
    if (declared == null) {
      declared = new HashMap<>(8);
      names = declared;
    }
    declared.put(name, symbol);
  }

  /** What this block itself declares under a name. */
  @Nullable Symbol here(String name) {
    return names == null ? null : names.get(name);
  }

  @Nullable Symbol lookup(String name) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      Symbol found = scope.here(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  @Nullable Scope parent() {
    return parent;
  }
}
