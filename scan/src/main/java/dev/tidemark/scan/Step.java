package dev.tidemark.scan;

/** One step of the way to a leak. */
public record Step(Span span, String message) {}
