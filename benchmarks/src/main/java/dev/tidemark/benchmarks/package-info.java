/** Hot paths, measured beside the Go tools that do the same work. */
@NullMarked
package dev.tidemark.benchmarks;

import org.jspecify.annotations.NullMarked;
