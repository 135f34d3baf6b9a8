/**
 * Quantities of a Go process over time: what a reading of its metrics says, whatever the metric was
 * called by the library that exposed it.
 *
 * <p>Comes in: expositions and runtime statistics. Goes out: readings. Pure values.
 */
@NullMarked
package dev.tidemark.series;

import org.jspecify.annotations.NullMarked;
