package dev.tidemark.profile.text;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code heap?debug=1}:
 *
 * <pre>
 *   heap profile: 436: 504192 [926: 1503408] @ heap/8192
 *   0: 0 [8: 6144] @ 0x481bec 0x486189
 *   #&#9;0x67de49&#9;main.keep+0xa9&#9;&#9;main.go:103
 *
 *   # runtime.MemStats
 *   # Alloc = 3544464
 * </pre>
 *
 * <p>A row is {@code objects: bytes [allocated objects: bytes]}. The numbers are those of the
 * sample; they are scaled as google/pprof does it (profile/legacy_profile.go, {@code
 * scaleHeapSample}), so that both tools say the same.
 */
final class HeapReader {
  private final Lines lines;
  private final Limits limits;
  private final SymbolLine symbols;
  private final List<HeapSample> samples = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private boolean open;
  private long period;
  private long inuseObjects;
  private long inuseBytes;
  private long allocObjects;
  private long allocBytes;
  private long[] addresses = {};

  HeapReader(Lines lines, Limits limits) {
    this.lines = lines;
    this.limits = limits;
    this.symbols = new SymbolLine(lines, limits);
  }

  TextHeap read() throws MalformedProfileException {
    if (!lines.advance()) {
      throw lines.malformed("empty: not a heap profile");
    }
    readHeader();
    MemStatsTrailer trailer = new MemStatsTrailer();
    boolean inTrailer = false;
    while (lines.advance()) {
      String line = lines.line();
      if (line.startsWith(MemStatsTrailer.START)) {
        inTrailer = true;
      } else if (inTrailer) {
        trailer.read(lines);
      } else if (SymbolLine.isOne(line)) {
        addFrame();
      } else if (!line.isBlank() && !line.startsWith("#")) {
        endSample();
        readSample();
      }
    }
    endSample();
    return new TextHeap(period, samples, trailer.stats());
  }

  private void readHeader() throws MalformedProfileException {
    LineScanner header = new LineScanner(lines);
    header.expect("heap profile:");
    readCounts(header);
    String kind = header.rest().strip();
    int slash = kind.indexOf('/');
    period =
        switch (slash < 0 ? kind : kind.substring(0, slash)) {
          // Twice runtime.MemProfileRate, for early C++ profilers wrote it so (writeHeapInternal).
          case "heap" -> rate(kind, slash) / 2;
          case "heap_v2", "heapz_v2" -> rate(kind, slash);
          case "heapprofile" -> 1;
          default ->
              throw lines.malformed(
                  "a heap profile of an unknown kind: \"%s\""
                      .formatted(LineScanner.shortened(kind)));
        };
  }

  private long rate(String kind, int slash) throws MalformedProfileException {
    if (slash < 0) {
      return 0;
    }
    try {
      return Long.parseUnsignedLong(kind.substring(slash + 1)) & Long.MAX_VALUE;
    } catch (NumberFormatException notANumber) {
      throw lines.malformed(
          "the sampling rate is no number: \"%s\"".formatted(LineScanner.shortened(kind)));
    }
  }

  private void readCounts(LineScanner scanner) throws MalformedProfileException {
    inuseObjects = scanner.number();
    scanner.expect(":");
    inuseBytes = scanner.number();
    scanner.expect("[");
    allocObjects = scanner.number();
    scanner.expect(":");
    allocBytes = scanner.number();
    scanner.expect("]");
    scanner.expect("@");
    scanner.skip(" ");
  }

  private void readSample() throws MalformedProfileException {
    if (samples.size() >= limits.tableEntries() / 8) {
      // A row is an object with arrays and lists, not an entry of a column.
      throw lines.malformed("more than %,d samples".formatted(limits.tableEntries() / 8));
    }
    LineScanner scanner = new LineScanner(lines);
    readCounts(scanner);
    if (inuseObjects == 0 && inuseBytes != 0 || allocObjects == 0 && allocBytes != 0) {
      throw lines.malformed(
          "bytes of no objects in \"%s\"".formatted(LineScanner.shortened(lines.line())));
    }
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

  private void endSample() {
    if (!open) {
      return;
    }
    long blockSize =
        inuseObjects != 0
            ? inuseBytes / inuseObjects
            : allocObjects != 0 ? allocBytes / allocObjects : 0;
    double inuseScale = scale(inuseObjects, inuseBytes);
    double allocScale = scale(allocObjects, allocBytes);
    samples.add(
        new HeapSample(
            scaled(inuseObjects, inuseScale),
            scaled(inuseBytes, inuseScale),
            scaled(allocObjects, allocScale),
            scaled(allocBytes, allocScale),
            blockSize,
            addresses,
            frames));
    frames.clear();
    open = false;
  }

  /**
   * What one sampled object of this size stands for: an object of size s is in the sample with
   * probability 1 − e^(−s/period).
   */
  private double scale(long objects, long bytes) {
    if (objects == 0 || bytes == 0) {
      return 0;
    }
    if (period <= 1) {
      return 1;
    }
    double averageSize = (double) bytes / objects;
    return 1 / (1 - Math.exp(-averageSize / period));
  }

  private static long scaled(long value, double scale) {
    return scale == 1 ? value : (long) (value * scale);
  }
}
