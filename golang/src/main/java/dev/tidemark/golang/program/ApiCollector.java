package dev.tidemark.golang.program;

import dev.tidemark.golang.check.SourcePackage;
import dev.tidemark.golang.summary.SummaryFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Writes the summaries of packages, and of those that their summaries speak of. */
public final class ApiCollector {
  private final Program program;
  private final Predicate<String> isWanted;
  private final SummaryFile.Writer writer = new SummaryFile.Writer();
  private final List<String> missing = new ArrayList<>();

  /**
   * @param isWanted of the packages that a summary speaks of, which are to be written too
   */
  public ApiCollector(Program program, Predicate<String> isWanted) {
    this.program = program;
    this.isWanted = isWanted;
  }

  /** Adds packages; those that have no source are {@link #missing}. */
  public void add(Collection<String> paths) {
    Deque<String> open = new ArrayDeque<>(paths);
    Set<String> seen = new HashSet<>(paths);
    while (!open.isEmpty()) {
      String path = open.poll();
      if (writer.has(path)) {
        continue;
      }
      SourcePackage source = program.source(path).orElse(null);
      if (source == null) {
        missing.add(path);
        continue;
      }
      for (String spoken : writer.add(source)) {
        if (isWanted.test(spoken) && seen.add(spoken)) {
          open.add(spoken);
        }
      }
    }
  }

  /** Packages of which there is no source. */
  public List<String> missing() {
    return List.copyOf(missing);
  }

  /** Paths of the packages that are written. */
  public List<String> written() {
    return writer.paths();
  }

  /**
   * @param about what they were made from
   */
  public byte[] toBytes(String about) {
    return writer.toBytes(about);
  }
}
