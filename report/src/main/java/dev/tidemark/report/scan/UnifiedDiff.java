package dev.tidemark.report.scan;

import dev.tidemark.scan.mend.Edit;
import dev.tidemark.scan.mend.Edits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Edits of a file as {@code git apply} and {@code patch -p1} take them. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private final List<Row> rows = new ArrayList<>();

  /**
   * @param sign a space, {@code -} or {@code +}
   * @param text with its end, unless it is the last one and has none
   */
  private record Row(char sign, String text) {}

  private UnifiedDiff() {}

  /**
   * @param path from where the patch is applied, with slashes
   */
  public static String of(String path, byte[] before, List<Edit> edits) {
    UnifiedDiff diff = new UnifiedDiff();
    diff.read(before, edits);
    // What has a space in its name ends with a tab, as git and diff have it.
    String end = path.indexOf(' ') < 0 ? "\n" : "\t\n";
    return "--- a/" + path + end + "+++ b/" + path + end + diff.hunks();
  }

  /** Edits change a line, or add lines before one: each line of before has its own. */
  private void read(byte[] before, List<Edit> edits) {
    List<Edit> sorted = edits.stream().distinct().sorted().toList();
    int line = 1;
    for (int from = 0; from < before.length; line++) {
      int to = from;
      while (to < before.length && before[to] != '\n') {
        to++;
      }
      to = Math.min(to + 1, before.length);
      int number = line;
      int start = from;
      byte[] old = Arrays.copyOfRange(before, from, to);
      List<Edit> here =
          sorted.stream()
              .filter(edit -> edit.span().line() == number)
              .map(edit ->
                  new Edit(
                      edit.file(),
                      edit.from() - start,
                      edit.to() - start,
                      edit.text(),
                      edit.span()))
              .toList();
      String text = text(old);
      String changed = text(Edits.of(here).applied(old));
      if (here.isEmpty()) {
        rows.add(new Row(' ', text));
      } else if (changed.endsWith(text)) {
        added(changed.substring(0, changed.length() - text.length()));
        rows.add(new Row(' ', text));
      } else {
        rows.add(new Row('-', text));
        added(changed);
      }
      from = to;
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void added(String text) {
    int from = 0;
    while (from < text.length()) {
      int newline = text.indexOf('\n', from);
      int to = newline < 0 ? text.length() : newline + 1;
      rows.add(new Row('+', text.substring(from, to)));
      from = to;
    }
  }

  private String hunks() {
    StringBuilder out = new StringBuilder();
    int at = 0;
    int oldLine = 1;
    int newLine = 1;
    while (at < rows.size()) {
      int change = change(at);
      if (change == rows.size()) {
        break;
      }
      int from = Math.max(at, change - CONTEXT);
      oldLine += from - at;
      newLine += from - at;
      int to = end(change);
      List<Row> hunk = rows.subList(from, to);
      int olds = (int) hunk.stream().filter(row -> row.sign != '+').count();
      int news = (int) hunk.stream().filter(row -> row.sign != '-').count();
      out.append("@@ -%d,%d +%d,%d @@\n".formatted(oldLine, olds, newLine, news));
      for (Row row : hunk) {
        out.append(row.sign).append(row.text);
        if (!row.text.endsWith("\n")) {
          out.append("\n\\ No newline at end of file\n");
        }
      }
      oldLine += olds;
      newLine += news;
      at = to;
    }
    return out.toString();
  }

  private int change(int from) {
    int at = from;
    while (at < rows.size() && rows.get(at).sign == ' ') {
      at++;
    }
    return at;
  }

  /** Behind the context of the last change that is near enough to the one before it. */
  private int end(int change) {
    int last = change;
    for (int i = change; i < rows.size() && i <= last + 2 * CONTEXT + 1; i++) {
      if (rows.get(i).sign != ' ') {
        last = i;
      }
    }
    return Math.min(rows.size(), last + 1 + CONTEXT);
  }
}
