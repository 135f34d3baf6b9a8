package dev.tidemark.detect;

/**
 * A group of goroutines whose number may grow.
 *
 * @param count growth in goroutines per minute
 * @param late the same over the second half of the run
 */
public record GoroutineSuspect(
    GoroutineGroup group, Site site, Trend count, Trend late, long first, long last) {}
