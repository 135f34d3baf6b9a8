/**
 * Hot paths under JMH: how long one operation takes, to compare a change with what was before it.
 * {@code beside} measures them against the Go tools that do the same work.
 */
@NullMarked
package dev.tidemark.benchmarks;

import org.jspecify.annotations.NullMarked;
