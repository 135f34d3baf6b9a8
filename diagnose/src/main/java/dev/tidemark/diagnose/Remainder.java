package dev.tidemark.diagnose;

import dev.tidemark.detect.Growth;

/**
 * What is not listed, so that nothing is cut silently.
 *
 * @param sites allocation sites beyond the cases
 * @param bytes what they grow by together, per minute
 * @param groups goroutine groups beyond the cases
 */
public record Remainder(int sites, Growth bytes, int groups) {}
