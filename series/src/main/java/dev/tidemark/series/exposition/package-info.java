/**
 * The text forms in which processes expose metrics: Prometheus 0.0.4 and OpenMetrics 1.0. Bytes in,
 * samples out.
 */
@NullMarked
package dev.tidemark.series.exposition;

import org.jspecify.annotations.NullMarked;
