/** Targets and runs: reading captures from files and live processes. */
@NullMarked
package dev.tidemark.collect;

import org.jspecify.annotations.NullMarked;
