/**
 * What grows in a run, and how surely: trends with the interval that sampling and scatter leave
 * open, suspects by allocation site and goroutine group.
 *
 * <p>Comes in: dated tables of heap and goroutine profiles, readings of metrics. Goes out: trends
 * and suspects. Knows no verdict.
 */
@NullMarked
package dev.tidemark.detect;

import org.jspecify.annotations.NullMarked;
