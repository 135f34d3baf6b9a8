package dev.tidemark.diagnose;

/**
 * What the source says of a suspect, or of a path that does not grow.
 *
 * @param rule of {@code tidemark scan}
 * @param message what happens, in one sentence without a full stop
 * @param file from the folder that was scanned
 * @param line from 1
 * @param function the function it stands in, by its qualified name; empty outside of functions
 * @param code the line itself, without its indentation
 * @param fix what to change
 */
public record CodeFinding(
    String rule, String message, String file, int line, String function, String code, String fix) {
  /** {@code file:line}. */
  public String place() {
    return file + ":" + line;
  }
}
