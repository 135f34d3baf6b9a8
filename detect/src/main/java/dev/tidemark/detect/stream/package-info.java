/**
 * Operators over streams of observations: what one process folds in a command today, a server or a
 * stream processor folds sample by sample. Observations come in, signals go out; state is a value
 * with a codec and a size bound.
 */
@NullMarked
package dev.tidemark.detect.stream;

import org.jspecify.annotations.NullMarked;
