package dev.tidemark.golang.program;

import dev.tidemark.golang.check.Importer;
import dev.tidemark.golang.types.Package;
import dev.tidemark.golang.types.Resolution;
import java.util.Optional;

/**
 * What is known of packages whose source is not there: the standard library's, and those of the
 * most used modules.
 */
public interface SummarySource {
  /** Nothing is known. */
  SummarySource NONE =
      new SummarySource() {
        @Override
        public boolean has(String path) {
          return false;
        }

        @Override
        public Optional<Package> summary(String path, Importer importer, Resolution resolution) {
          return Optional.empty();
        }
      };

  boolean has(String path);

  /**
   * A package as it is known.
   *
   * @param importer gives the packages that it speaks of
   */
  Optional<Package> summary(String path, Importer importer, Resolution resolution);
}
