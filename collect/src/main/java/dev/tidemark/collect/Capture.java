package dev.tidemark.collect;

/**
 * A raw artifact of one process.
 *
 * @param name where it came from: a file's path, or an address
 * @param fallbackMillis when it was taken, if its content does not say: from its name, else from
 *     the file; milliseconds since the epoch
 * @param isNamed whether it was asked for by name, and not just found in a directory, where files
 *     that are no captures are passed over
 * @param data as it came, compressed or not
 */
public record Capture(String name, long fallbackMillis, boolean isNamed, byte[] data) {}
