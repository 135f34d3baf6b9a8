package dev.tidemark.report.scan;

/** Lines of the source that findings point to. */
@FunctionalInterface
public interface SourceLines {
  /**
   * @param line from 1
   * @return without its end; empty where there is none
   */
  String line(String file, int line);
}
