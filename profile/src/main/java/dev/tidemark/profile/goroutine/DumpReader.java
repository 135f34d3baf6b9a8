package dev.tidemark.profile.goroutine;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a dump line by line, once, in place. Outside of a goroutine any text may stand; inside of
 * one, what is no line of it is skipped and counted.
 */
final class DumpReader {
  private static final byte[] CREATED_BY = Bytes.of("created by ");
  private static final byte[] IN_GOROUTINE = Bytes.of(" in goroutine ");
  private static final byte[] ORIGIN = Bytes.of("[originating from goroutine ");
  private static final byte[] DOTS = Bytes.of("...");
  private static final byte[] ELIDED = Bytes.of("frames elided...");
  private static final byte[] UNAVAILABLE = Bytes.of("stack unavailable");
  private static final byte[] NOT_GO = Bytes.of("non-Go function");
  private static final byte[] ESCAPED_TAB = Bytes.of("#011");
  private static final byte[] PC = Bytes.of("pc=0x");
  private static final byte[] FOUR_SPACES = Bytes.of("    ");

  /** net/http/pprof's and runtime/pprof's largest dump (runtime/pprof, writeGoroutineStacks). */
  private static final int RUNTIME_CUT = 64 << 20;

  private static final int MAX_CRASH_LINES = 16;
  private static final int MAX_CRASH_LINE = 1000;

  /** What the next location line belongs to. */
  private enum Pending {
    NOTHING,
    CALL,
    /** A C function: its line has no parentheses, and may be any text. */
    FOREIGN_CALL,
    CREATOR
  }

  private enum Where {
    OUTSIDE,
    GOROUTINE,
    /** After {@code [originating from goroutine N]:}, stacks of goroutines that have ended. */
    ANCESTORS
  }

  private final byte[] bytes;
  private final Limits limits;
  private final DumpBuilder builder;
  private final HeaderLine header = new HeaderLine();
  private final List<String> crash = new ArrayList<>();
  private LogPrefix prefix = LogPrefix.NONE;
  private boolean prefixSeenOnce;
  private Where where = Where.OUTSIDE;
  private Pending pending = Pending.NOTHING;
  private int nameFrom;
  private int nameTo;
  private long skippedLines;
  private long skippedSinceFrame;

  DumpReader(byte[] bytes, Limits limits) {
    this.bytes = bytes;
    this.limits = limits;
    this.builder = new DumpBuilder(bytes, limits);
  }

  GoroutineDump read() throws MalformedProfileException {
    if (bytes.length > limits.inflatedBytes()) {
      throw new MalformedProfileException(
          limits.inflatedBytes(), "more than %,d bytes".formatted(limits.inflatedBytes()));
    }
    int from = 0;
    boolean endsInLine = false;
    boolean lastLineRead = true;
    while (from < bytes.length) {
      int newline = Bytes.indexOf(bytes, from, bytes.length, '\n');
      endsInLine = newline < 0;
      int end = endsInLine ? bytes.length : newline;
      int next = end + 1;
      if (end > from && bytes[end - 1] == '\r') {
        end--;
      }
      lastLineRead = line(from, end);
      from = next;
    }
    if (builder.count() == 0) {
      throw new MalformedProfileException(
          0, "no line \"goroutine N [state]:\": not a goroutine dump");
    }
    boolean inside = where == Where.GOROUTINE;
    boolean cut =
        inside && (pending != Pending.NOTHING || endsInLine && !lastLineRead)
            || bytes.length == RUNTIME_CUT;
    if (inside && cut) {
      commitPending();
      builder.mark(GoroutineMark.CUT);
    }
    endGoroutine();
    return builder.build(crash, skippedLines, cut);
  }

  /** Reads one line; false if it is none of the dump's. */
  private boolean line(int lineFrom, int to) throws MalformedProfileException {
    int from = prefix.isNone() ? lineFrom : prefix.matchEnd(bytes, lineFrom, to);
    if (from >= 0 && header.read(bytes, from, to)) {
      begin(from);
      return true;
    }
    int found = HeaderLine.find(bytes, lineFrom, to);
    if (found >= 0 && header.read(bytes, found, to)) {
      prefix = LogPrefix.of(bytes, lineFrom, found);
      prefixSeenOnce = true;
      begin(found);
      return true;
    }
    if (prefixSeenOnce && where == Where.GOROUTINE) {
      from = secondLine(from, lineFrom, to);
    }
    if (where == Where.OUTSIDE) {
      noteCrash(Math.max(from, lineFrom), to);
      return false;
    }
    boolean known =
        from >= 0 && (where == Where.ANCESTORS ? ancestorLine(from, to) : goroutineLine(from, to));
    if (!known) {
      skippedSinceFrame++;
    }
    return known;
  }

  /**
   * A logger that is given a whole stack as one message writes its prefix before the header only
   * (recovery middleware does so); then the next line is a call as it stands.
   */
  private int secondLine(int from, int lineFrom, int to) {
    prefixSeenOnce = from < 0;
    if (from >= 0 || FrameLine.functionEnd(bytes, lineFrom, to) < 0) {
      return from;
    }
    prefix = LogPrefix.NONE;
    prefixSeenOnce = false;
    return lineFrom;
  }

  private void begin(int offset) throws MalformedProfileException {
    endGoroutine();
    builder.begin(header, offset);
    where = Where.GOROUTINE;
  }

  private void endGoroutine() {
    if (where != Where.OUTSIDE) {
      builder.end();
    }
    where = Where.OUTSIDE;
    pending = Pending.NOTHING;
    // What was skipped after a goroutine's last line may well be the end of the dump.
    skippedSinceFrame = 0;
  }

  private void known() {
    skippedLines += skippedSinceFrame;
    skippedSinceFrame = 0;
  }

  private boolean ancestorLine(int from, int to) {
    if (from == to) {
      endGoroutine();
    }
    return true;
  }

  private boolean goroutineLine(int from, int to) throws MalformedProfileException {
    if (from == to) {
      commitPending();
      endGoroutine();
      return true;
    }
    int indent = indentEnd(from, to);
    boolean known = indent > from ? location(indent, to) : unindented(from, to);
    if (known) {
      known();
    }
    return known;
  }

  /** A tab; some log shippers write spaces or an escape for it. */
  private int indentEnd(int from, int to) {
    int i = from;
    if (Bytes.startsWith(bytes, from, to, ESCAPED_TAB)) {
      return from + ESCAPED_TAB.length;
    }
    if (bytes[from] != '\t' && !Bytes.startsWith(bytes, from, to, FOUR_SPACES)) {
      return from;
    }
    while (i < to && (bytes[i] == '\t' || bytes[i] == ' ')) {
      i++;
    }
    return i;
  }

  private boolean location(int from, int to) throws MalformedProfileException {
    int end = FrameLine.locationEnd(bytes, from, to);
    if (end < 0) {
      if (Bytes.endsWith(bytes, from, to, UNAVAILABLE)) {
        builder.mark(GoroutineMark.STACK_UNAVAILABLE);
        return true;
      }
      if (pending != Pending.FOREIGN_CALL) {
        return false;
      }
      end = from;
    }
    switch (pending) {
      case CALL -> builder.frame(nameFrom, nameTo, from, end);
      case FOREIGN_CALL -> {
        if (Bytes.indexOf(bytes, from, to, PC) < 0) {
          return false;
        }
        builder.frame(nameFrom, nameTo, from, end);
        // Its name's line was taken for one of another log until now.
        skippedSinceFrame--;
      }
      case CREATOR -> builder.creator(nameFrom, nameTo, from, end);
      case NOTHING -> {
        return false;
      }
    }
    pending = Pending.NOTHING;
    return true;
  }

  private boolean unindented(int from, int to) throws MalformedProfileException {
    if (Bytes.startsWith(bytes, from, to, CREATED_BY)) {
      createdBy(from + CREATED_BY.length, to);
      return true;
    }
    int end = FrameLine.functionEnd(bytes, from, to);
    if (end >= 0) {
      commitPending();
      expectLocation(Pending.CALL, from, end);
      return true;
    }
    if (Bytes.startsWith(bytes, from, to, DOTS) && Bytes.endsWith(bytes, from, to, ELIDED)) {
      builder.mark(GoroutineMark.FRAMES_ELIDED);
      return true;
    }
    if (Bytes.startsWith(bytes, from, to, ORIGIN)) {
      commitPending();
      where = Where.ANCESTORS;
      return true;
    }
    if (Bytes.startsWith(bytes, from, to, NOT_GO) && from + NOT_GO.length < to) {
      commitPending();
      // "non-Go function at pc=…" has no line of its own for the place.
      int name = from + NOT_GO.length;
      builder.frame(from, name, name, name);
      return true;
    }
    if (pending == Pending.NOTHING || pending == Pending.FOREIGN_CALL) {
      // Perhaps a C function named by a cgo symbolizer: known only if its location follows.
      expectLocation(Pending.FOREIGN_CALL, from, to);
    }
    return false;
  }

  private void expectLocation(Pending what, int from, int to) {
    pending = what;
    nameFrom = from;
    nameTo = to;
  }

  private void createdBy(int from, int to) throws MalformedProfileException {
    commitPending();
    int end = Bytes.indexOf(bytes, from, to, IN_GOROUTINE);
    if (end >= 0) {
      int digits = end + IN_GOROUTINE.length;
      builder.creatorId(
          Bytes.number(bytes, digits, Bytes.digitsEnd(bytes, digits, to), Long.MAX_VALUE));
    }
    expectLocation(Pending.CREATOR, from, end < 0 ? to : end);
  }

  /** A call whose location line is missing is still a frame. */
  private void commitPending() throws MalformedProfileException {
    if (pending == Pending.CALL) {
      builder.frame(nameFrom, nameTo, nameTo, nameTo);
    } else if (pending == Pending.CREATOR) {
      builder.creator(nameFrom, nameTo, nameTo, nameTo);
    }
    pending = Pending.NOTHING;
  }

  private void noteCrash(int from, int to) {
    if (crash.size() < MAX_CRASH_LINES && CrashLine.isOne(bytes, from, to)) {
      crash.add(Bytes.text(bytes, from, Math.min(to, from + MAX_CRASH_LINE)).strip());
    }
  }
}
