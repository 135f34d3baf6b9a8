/**
 * Verdicts on memory series, one for each series, and all of them of one reading.
 *
 * <p>Comes in: what the detector knows and said. Goes out: verdicts. Pure values.
 */
@NullMarked
package dev.tidemark.diagnose.series;

import org.jspecify.annotations.NullMarked;
