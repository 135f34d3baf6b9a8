package dev.tidemark.profile.text;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads contention profiles (runtime/pprof/pprof.go, {@code writeProfileInternal}):
 *
 * <pre>
 *   --- mutex:
 *   cycles/second=2596133477
 *   sampling period=5
 *   1441270546 196 @ 0x67e3de 0x67e3dd
 *   #&#9;0x67e3dd&#9;sync.(*Mutex).Unlock+0x5d&#9;sync/mutex.go:65
 * </pre>
 *
 * <p>A row is {@code cycles contentions}; scaled as google/pprof does it
 * (profile/legacy_profile.go, {@code parseContentionSample}).
 */
final class ContentionsReader {
  private static final String CYCLES = "cycles/second=";
  private static final String PERIOD = "sampling period=";

  private final Lines lines;
  private final Limits limits;
  private final SymbolLine symbols;
  private final List<TextContentions.Row> rows = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private long cyclesPerSecond;
  private long period = 1;
  private long cycles;
  private long contentions;
  private long[] addresses = {};
  private boolean open;

  ContentionsReader(Lines lines, Limits limits) {
    this.lines = lines;
    this.limits = limits;
    this.symbols = new SymbolLine(lines, limits);
  }

  TextContentions read() throws MalformedProfileException {
    boolean any = lines.advance();
    boolean mutex = lines.line().startsWith("--- mutex:");
    if (!any || !mutex && !lines.line().startsWith("--- contention:")) {
      throw lines.malformed("no first line \"--- contention:\" or \"--- mutex:\"");
    }
    while (lines.advance()) {
      String line = lines.line();
      if (SymbolLine.isOne(line)) {
        addFrame();
      } else if (line.startsWith(CYCLES)) {
        cyclesPerSecond = positive(CYCLES);
      } else if (line.startsWith(PERIOD)) {
        period = positive(PERIOD);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        endRow();
        readRow();
      }
    }
    endRow();
    return new TextContentions(mutex, cyclesPerSecond, period, rows);
  }

  private long positive(String name) throws MalformedProfileException {
    LineScanner scanner = new LineScanner(lines);
    scanner.expect(name);
    long value = scanner.number();
    if (value <= 0) {
      throw lines.malformed(
          "not above zero: \"%s\"".formatted(LineScanner.shortened(lines.line())));
    }
    return value;
  }

  private void readRow() throws MalformedProfileException {
    if (rows.size() >= limits.tableEntries() / 8) {
      // A row is an object with arrays and lists, not an entry of a column.
      throw lines.malformed("more than %,d samples".formatted(limits.tableEntries() / 8));
    }
    LineScanner scanner = new LineScanner(lines);
    cycles = scanner.number();
    contentions = scanner.number();
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
      double nanos = cyclesPerSecond > 0 ? cycles * (double) period / (cyclesPerSecond / 1e9) : 0;
      rows.add(
          new TextContentions.Row(
              saturatedProduct(contentions, period), (long) nanos, addresses, frames));
      frames.clear();
      open = false;
    }
  }

  private static long saturatedProduct(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    boolean fits = high == 0 && low >= 0 || high == -1 && low < 0;
    return fits ? low : high < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }
}
