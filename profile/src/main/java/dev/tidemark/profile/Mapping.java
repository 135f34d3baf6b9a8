package dev.tidemark.profile;

/** A binary mapped into the process: addresses {@code start} to {@code limit}, unsigned. */
public record Mapping(
    long id,
    long start,
    long limit,
    long offset,
    String file,
    String buildId,
    boolean hasFunctions,
    boolean hasFilenames,
    boolean hasLineNumbers,
    boolean hasInlineFrames) {}
