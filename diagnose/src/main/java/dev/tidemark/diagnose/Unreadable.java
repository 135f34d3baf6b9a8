package dev.tidemark.diagnose;

/** An input that could not be read, and why. */
public record Unreadable(String name, String problem) {}
