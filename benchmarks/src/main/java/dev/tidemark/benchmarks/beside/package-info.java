/**
 * The table of {@code docs/benchmarks.md}: each work done by us and by the Go tools in the same run
 * on the same files, in turns. In come the inputs and peers that {@code benchmarks/run} made; out
 * go the table and the page.
 */
@NullMarked
package dev.tidemark.benchmarks.beside;

import org.jspecify.annotations.NullMarked;
