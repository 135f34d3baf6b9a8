/**
 * Series of many targets in one CSV: {@code series_id,epoch_seconds,VALUE[,limit]}, the third
 * column's name is free. Bytes come in from a stream, rows go out one by one, so that a file may be
 * larger than memory.
 */
@NullMarked
package dev.tidemark.series.csv;

import org.jspecify.annotations.NullMarked;
