/** Exposition formats and time series as values. */
@NullMarked
package dev.tidemark.series;

import org.jspecify.annotations.NullMarked;
