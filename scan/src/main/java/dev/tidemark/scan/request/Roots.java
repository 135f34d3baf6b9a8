package dev.tidemark.scan.request;

import dev.tidemark.golang.ssa.Body;
import java.util.Map;

/**
 * What is supposed to happen with each request, beside that a package's own handlers run.
 *
 * @param entries functions that are called, each with the parameters that get what the sender
 *     chose, a bit each
 * @param withHandlers whether the handlers count too
 * @param isLasting whether what the entries make is taken to live as long as the process
 */
public record Roots(Map<Body, Long> entries, boolean withHandlers, boolean isLasting) {
  /** Every parameter. */
  public static final long ALL = -1L >>> 1;

  /** What handlers are called with, beside the bits of parameters. */
  static final long HANDLER = 1L << 63;

  public static final Roots HANDLERS = new Roots(Map.of(), true, false);

  public Roots {
    entries = Map.copyOf(entries);
  }

  /** One function alone, with all that it is called with. */
  static Roots only(Body entry) {
    return new Roots(Map.of(entry, ALL), false, false);
  }

  static long bit(int parameter) {
    return 1L << Math.min(parameter, Long.SIZE - 2);
  }
}
