package dev.tidemark.benchmarks.beside;

import java.util.ArrayList;
import java.util.List;

/** Rows as text for a terminal and for a page; a Markdown table that reads well as it is. */
final class Grid {
  private static final List<String> HEADINGS =
      List.of("work", "measure", "ours", "peer's", "ratio", "to reach", "then");

  private Grid() {}

  static String of(List<Row> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADINGS);
    String above = "";
    for (Row row : rows) {
      lines.add(
          List.of(
              row.work().equals(above) ? "" : row.work(),
              row.measure(),
              row.ours(),
              row.peer(),
              row.ratioText(),
              row.markText(0),
              row.markText(1)));
      above = row.work();
    }
    int[] width = new int[HEADINGS.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < width.length; i++) {
        width[i] = Math.max(width[i], line.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      for (int i = 0; i < width.length; i++) {
        text.append("| ").append(padded(line.get(i), width[i])).append(' ');
      }
      text.append("|\n");
      if (line.equals(HEADINGS)) {
        for (int columnWidth : width) {
          text.append('|').append("-".repeat(columnWidth + 2));
        }
        text.append("|\n");
      }
    }
    return text.toString();
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(width - cell.length());
  }
}
