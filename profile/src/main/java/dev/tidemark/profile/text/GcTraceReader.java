package dev.tidemark.profile.text;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads lines of {@code gctrace} (runtime/mgc.go, {@code gcMarkTermination}):
 *
 * <pre>
 *   gc 4 @0.010s 24%: 0.1+1.2+0.3 ms clock, 0.2+1/1.1/0.5+0.6 ms cpu, 30->31->30 MB, 31 MB goal, 0 MB stacks, 0 MB globals, 2 P (forced)
 * </pre>
 *
 * A line that begins so and goes on otherwise is another program's, and is left out.
 */
final class GcTraceReader {
  private static final String START = "gc ";

  private final Lines lines;
  private final Limits limits;

  GcTraceReader(Lines lines, Limits limits) {
    this.lines = lines;
    this.limits = limits;
  }

  GcTrace read() throws MalformedProfileException {
    List<GcTrace.Collection> collections = new ArrayList<>();
    while (lines.advance()) {
      Optional<GcTrace.Collection> collection = collection(lines.line());
      if (collection.isPresent()) {
        if (collections.size() >= limits.tableEntries() / 8) {
          throw lines.malformed("more than %,d collections".formatted(limits.tableEntries() / 8));
        }
        collections.add(collection.get());
      }
    }
    if (collections.isEmpty()) {
      throw new MalformedProfileException(0, "no line \"gc N @…s\": not a gctrace log");
    }
    return new GcTrace(collections);
  }

  static Optional<GcTrace.Collection> collection(String line) {
    int sizes = line.indexOf(" MB, ");
    int start = sizes < 0 ? -1 : startOf(line, sizes);
    if (start < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(line, start, sizes));
    } catch (NumberFormatException | IndexOutOfBoundsException notATraceLine) {
      return Optional.empty();
    }
  }

  /** Where {@code gc N @} starts: at the line's start or after a log's prefix. */
  private static int startOf(String line, int before) {
    int at = line.indexOf(" @");
    if (at < 0 || at > before) {
      return -1;
    }
    int digits = at;
    while (digits > 0 && Character.isDigit(line.charAt(digits - 1))) {
      digits--;
    }
    int start = digits - START.length();
    boolean found = start >= 0 && digits < at && line.startsWith(START, start);
    boolean alone = start == 0 || found && !Character.isLetterOrDigit(line.charAt(start - 1));
    return found && alone ? start : -1;
  }

  private static GcTrace.Collection read(String line, int start, int sizes) {
    int at = line.indexOf(" @", start);
    int seconds = line.indexOf("s ", at);
    int percent = line.indexOf('%', seconds);
    int heap = line.lastIndexOf(' ', sizes - 1) + 1;
    int arrow = line.indexOf("->", heap);
    int secondArrow = line.indexOf("->", arrow + 2);
    return new GcTrace.Collection(
        Long.parseLong(line, start + START.length(), at, 10),
        seconds(line.substring(at + 2, seconds)),
        Integer.parseInt(line, seconds + 2, percent, 10),
        bytes(line, heap, arrow),
        bytes(line, arrow + 2, secondArrow),
        bytes(line, secondArrow + 2, sizes),
        named(line, sizes, " MB goal"),
        named(line, sizes, " MB stacks"),
        named(line, sizes, " MB globals"),
        processors(line, sizes),
        line.indexOf("(forced)", sizes) > 0);
  }

  private static double seconds(String text) {
    if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.')) {
      throw new NumberFormatException(text);
    }
    return Double.parseDouble(text);
  }

  private static long bytes(String line, int from, int to) {
    long mebibytes = Long.parseLong(line, from, to, 10);
    if (mebibytes < 0 || mebibytes > Long.MAX_VALUE >> 20) {
      throw new NumberFormatException(line);
    }
    return mebibytes << 20;
  }

  private static long named(String line, int from, String name) {
    int end = line.indexOf(name, from);
    return end < 0 ? GcTrace.UNKNOWN : bytes(line, line.lastIndexOf(' ', end - 1) + 1, end);
  }

  private static int processors(String line, int from) {
    int end = line.indexOf(" P", from);
    return end < 0 ? 0 : Integer.parseInt(line, line.lastIndexOf(' ', end - 1) + 1, end, 10);
  }
}
