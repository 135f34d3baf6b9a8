package dev.tidemark.diagnose.argument;

/**
 * The quantities a verdict turns on.
 *
 * @param marked whether the live heap is what the collector marked, and not a profile's estimate
 */
public record Climbs(Climb liveHeap, Climb goroutines, Climb outsideGo, boolean marked) {}
