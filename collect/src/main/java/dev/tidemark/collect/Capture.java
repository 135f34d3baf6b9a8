package dev.tidemark.collect;

/**
 * A raw artifact of one process.
 *
 * @param name where it came from: a file's path, or an address
 * @param fallbackMillis when it was taken, if its content does not say: from its name, else from
 *     the file; milliseconds since the epoch
 * @param isFileTime whether that is the time of the file, which copying may have set anew
 * @param isNamed whether it was asked for by name, and not just found in a directory, where files
 *     that are no captures are passed over
 * @param data as it came, compressed or not
 */
public record Capture(
    String name, long fallbackMillis, boolean isFileTime, boolean isNamed, byte[] data) {
  /** Of a time that is known. */
  public Capture(String name, long millis, boolean isNamed, byte[] data) {
    this(name, millis, false, isNamed, data);
  }
}
