package dev.tidemark.golang.check;

import dev.tidemark.golang.types.Package;

/** Where imported packages come from. */
public interface Importer {
  /**
   * The package that an import path means; {@link Package#unknown} if it can't be had. Of one path
   * always the same value. May be asked by several threads at once.
   */
  Package imported(String path);
}
