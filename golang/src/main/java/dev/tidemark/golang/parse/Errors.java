package dev.tidemark.golang.parse;

import dev.tidemark.golang.syntax.Lines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a file; of a line that is broken the first complaint is enough. */
final class Errors implements Scanner.ErrorSink {
  private static final int MOST = 1000;

  private record Complaint(int offset, String message) {}

  private final List<Complaint> complaints = new ArrayList<>();

  @Override
  public void error(int offset, String message) {
    if (complaints.size() < MOST) {
      complaints.add(new Complaint(offset, message));
    }
  }

  boolean isEmpty() {
    return complaints.isEmpty();
  }

  List<Diagnostic> diagnostics(Lines lines) {
    List<Complaint> sorted = new ArrayList<>(complaints);
    sorted.sort(Comparator.comparingInt(Complaint::offset));
    List<Diagnostic> diagnostics = new ArrayList<>();
    int lastLine = -1;
    for (Complaint complaint : sorted) {
      int line = lines.line(complaint.offset);
      if (line != lastLine) {
        diagnostics.add(
            new Diagnostic(
                complaint.offset, line, lines.column(complaint.offset), complaint.message));
      }
      lastLine = line;
    }
    return diagnostics;
  }
}
