package dev.tidemark.profile.text;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.Label;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.goroutine.LabelText;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads count profiles (runtime/pprof/pprof.go, {@code printCountProfile}):
 *
 * <pre>
 *   goroutine profile: total 30
 *   5 @ 0x483f4e 0x415d3c
 *   # labels: {"route":"/cart", "tenant":"acme \"one\""}
 *   #&#9;0x67f47e&#9;main.send+0x1e&#9;main.go:34
 * </pre>
 */
final class CountsReader {
  private static final String HEADER = " profile: total ";
  private static final String LABELS = "# labels: ";

  private final Lines lines;
  private final Limits limits;
  private final SymbolLine symbols;
  private final List<TextCounts.Row> rows = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private List<Label> labels = List.of();
  private long[] addresses = {};
  private long count;
  private boolean open;

  CountsReader(Lines lines, Limits limits) {
    this.lines = lines;
    this.limits = limits;
    this.symbols = new SymbolLine(lines, limits);
  }

  TextCounts read() throws MalformedProfileException {
    boolean any = lines.advance();
    int split = lines.line().indexOf(HEADER);
    if (!any || split <= 0) {
      throw lines.malformed("no first line \"NAME profile: total N\": not a count profile");
    }
    String name = lines.line().substring(0, split);
    LineScanner header = new LineScanner(lines);
    header.expect(name + HEADER.stripTrailing());
    long total = header.number();
    while (lines.advance()) {
      String line = lines.line();
      if (SymbolLine.isOne(line)) {
        addFrame();
      } else if (line.startsWith(LABELS)) {
        labels = LabelText.parse(withoutBraces(line.substring(LABELS.length())));
      } else if (line.startsWith("---")) {
        break;
      } else if (!line.isBlank() && !line.startsWith("#")) {
        endRow();
        readRow();
      }
    }
    endRow();
    return new TextCounts(name, total, rows);
  }

  private static String withoutBraces(String text) {
    int end = text.endsWith("}") ? text.length() - 1 : text.length();
    return text.substring(text.startsWith("{") && end > 0 ? 1 : 0, end);
  }

  private void readRow() throws MalformedProfileException {
    if (rows.size() >= limits.tableEntries() / 8) {
      // A row is an object with arrays and lists, not an entry of a column.
      throw lines.malformed("more than %,d samples".formatted(limits.tableEntries() / 8));
    }
    LineScanner scanner = new LineScanner(lines);
    count = scanner.number();
    scanner.expect("@");
    addresses = scanner.addresses(limits.stackDepth());
    open = true;
  }

  private void addFrame() throws MalformedProfileException {
    if (!open) {
      throw lines.malformed("a frame before the first sample");
    }
    if (frames.size() >= limits.stackDepth()) {
      throw lines.malformed("a stack of more than %,d frames".formatted(limits.stackDepth()));
    }
    frames.add(symbols.frame());
  }

  private void endRow() {
    if (open) {
      rows.add(new TextCounts.Row(count, labels, addresses, frames));
      frames.clear();
      labels = List.of();
      open = false;
    }
  }
}
