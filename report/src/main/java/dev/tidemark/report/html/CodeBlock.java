package dev.tidemark.report.html;

import dev.tidemark.report.scan.SourceLines;
import dev.tidemark.scan.Finding;
import dev.tidemark.scan.ScanReport;
import dev.tidemark.scan.Span;
import dev.tidemark.scan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The code that a finding is about, file by file, with the steps of its path where they happen. */
final class CodeBlock {
  /** Lines shown before and behind each place. */
  private static final int AROUND = 3;

  /** Characters of a line; what is generated can have millions in one. */
  private static final int WIDTH = 240;

  private final ScanReport report;
  private final SourceLines source;

  CodeBlock(ScanReport report, SourceLines source) {
    this.report = report;
    this.source = source;
  }

  String place(Span span) {
    return report.relative(span.file()) + ":" + span.line() + ":" + span.column();
  }

  void write(Markup page, Finding finding) {
    Map<String, SortedMap<Integer, List<String>>> files = new LinkedHashMap<>();
    note(files, finding.span(), "");
    int number = 0;
    for (Step step : finding.steps()) {
      note(files, step.span(), ++number + "  " + step.message());
    }
    files.forEach((file, notes) -> write(page, file, notes, finding));
  }

  private static void note(
      Map<String, SortedMap<Integer, List<String>>> files, Span span, String text) {
    List<String> notes =
        files
            .computeIfAbsent(span.file(), _ -> new TreeMap<>())
            .computeIfAbsent(span.line(), _ -> new ArrayList<>());
    if (!text.isEmpty()) {
      notes.add(text);
    }
  }

  private void write(
      Markup page, String file, SortedMap<Integer, List<String>> notes, Finding finding) {
    if (!file.equals(finding.span().file())) {
      page.element("p", report.relative(file), "class", "file faint").line();
    }
    // It scrolls sideways, which the keyboard must be able to do too.
    page.open("pre", "class", "code", "tabindex", "0");
    int behind = 0;
    for (int at : notes.keySet()) {
      int from = Math.max(behind + 1, Math.max(1, at - AROUND));
      if (behind > 0 && from > behind + 1) {
        page.element("span", "⋯", "class", "gap faint").line();
      }
      int until = at + AROUND;
      for (int line = from; line <= until; line++) {
        String text = source.line(file, line);
        boolean isLast = text.isEmpty() && isBehind(file, line, until);
        if (isLast) {
          break;
        }
        line(page, line, text, notes, finding, file);
      }
      behind = Math.max(behind, until);
    }
    page.close("pre").line();
  }

  /** Whether the file has ended. */
  private boolean isBehind(String file, int from, int until) {
    for (int line = from; line <= until; line++) {
      if (!source.line(file, line).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static void line(
      Markup page,
      int line,
      String text,
      SortedMap<Integer, List<String>> notes,
      Finding finding,
      String file) {
    boolean isPlace = line == finding.span().line() && file.equals(finding.span().file());
    List<String> here = notes.getOrDefault(line, List.of());
    String kind = isPlace ? "line here" : here.isEmpty() ? "line" : "line step";
    page.open("span", "class", kind).element("span", "%5d".formatted(line), "class", "number");
    String shown = text.replace("\t", "    ");
    page.text("  " + (cut(shown)));
    page.close("span").line();
    for (String note : here) {
      page.element("span", indent(shown) + "└ " + note, "class", "note").line();
    }
  }

  private static String cut(String line) {
    if (line.length() <= WIDTH) {
      return line;
    }
    // Never between the two halves of a character.
    int end = Character.isHighSurrogate(line.charAt(WIDTH - 1)) ? WIDTH - 1 : WIDTH;
    return line.substring(0, end) + "…";
  }

  private static String indent(String line) {
    int blank = Math.min(line.length() - line.stripLeading().length(), 60);
    return " ".repeat(7 + blank);
  }
}
