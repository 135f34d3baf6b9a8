/**
 * Whether one memory series, a number over time and nothing else, leaks: an operator that sees
 * sample after sample, knows what the series did before, and says so once when its growth has the
 * shape of a leak.
 *
 * <p>Comes in: samples and ticks of one series. Goes out: signals. State is bounded and has a
 * codec.
 */
@NullMarked
package dev.tidemark.detect.memory;

import org.jspecify.annotations.NullMarked;
