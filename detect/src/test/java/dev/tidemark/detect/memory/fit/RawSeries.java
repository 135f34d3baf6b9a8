package dev.tidemark.detect.memory.fit;

/**
 * One series as a file has it.
 *
 * @param epochMillis of its samples, as many as values
 * @param values fractions of the limit
 */
record RawSeries(String id, long[] epochMillis, double[] values) {}
