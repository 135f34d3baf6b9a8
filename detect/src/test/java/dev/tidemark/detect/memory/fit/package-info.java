/**
 * Fits the weights of the memory-leak detector. In come folders of labelled series and files of
 * series without a leak, out goes the source of {@code Weights}; {@code detect/fit} runs it.
 */
@NullMarked
package dev.tidemark.detect.memory.fit;

import org.jspecify.annotations.NullMarked;
