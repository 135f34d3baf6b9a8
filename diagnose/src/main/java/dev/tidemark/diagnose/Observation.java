package dev.tidemark.diagnose;

/** Something seen beside the verdict: its kind, and a sentence with its numbers. */
public record Observation(String kind, String text) {}
