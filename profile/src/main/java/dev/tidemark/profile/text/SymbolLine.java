package dev.tidemark.profile.text;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import java.util.HashMap;
import java.util.Map;

/**
 * The lines below a sample (runtime/pprof/pprof.go, {@code printStackRecord}), columns apart by
 * tabs:
 *
 * <pre>
 *   #&#9;0x67de49&#9;main.keep+0xa9&#9;&#9;github.com/acme/shop/main.go:103
 *   #&#9;0x7f00aa                                                a program counter without a function
 * </pre>
 *
 * <p>Runtime functions at the leaf are left out there if others follow.
 */
final class SymbolLine {
  private final Lines lines;
  private final int most;
  private final Map<String, Frame> known = new HashMap<>();

  SymbolLine(Lines lines, Limits limits) {
    this.lines = lines;
    // A distinct frame costs some 20 times a column's entry: two Strings, a record, a map's node.
    this.most = Math.max(1, limits.tableEntries() / 16);
  }

  static boolean isOne(String line) {
    return line.startsWith("#\t0x");
  }

  Frame frame() throws MalformedProfileException {
    if (known.size() >= most) {
      throw lines.malformed("more than %,d different frames".formatted(most));
    }
    String line = lines.line();
    int address = 2;
    int tab = line.indexOf('\t', address);
    // The address is another one for each call in a function, the frame is not.
    return tab < 0
        ? known.computeIfAbsent(line.substring(address), pc -> new Frame(pc, "", 0))
        : known.computeIfAbsent(line.substring(tab + 1), SymbolLine::symbol);
  }

  private static Frame symbol(String symbol) {
    int tab = symbol.indexOf('\t');
    String name = tab < 0 ? symbol : symbol.substring(0, tab);
    int offset = name.lastIndexOf("+0x");
    if (offset > 0) {
      name = name.substring(0, offset);
    }
    String place = tab < 0 ? "" : symbol.substring(tab).strip();
    int colon = place.lastIndexOf(':');
    if (colon < 0) {
      return new Frame(name, place, 0);
    }
    return new Frame(name, place.substring(0, colon), line(place, colon + 1));
  }

  private static int line(String place, int from) {
    try {
      return Integer.parseInt(place, from, place.length(), 10);
    } catch (NumberFormatException notALine) {
      return 0;
    }
  }
}
