package dev.tidemark.profile.goroutine;

import java.util.List;

/**
 * What a dump says around its goroutines.
 *
 * @param crash the lines that say why there is a dump: {@code panic: …}, {@code fatal error: …},
 *     {@code SIGQUIT: quit}, {@code [signal …]}; empty for one that was asked for over HTTP
 * @param skippedLines lines between goroutines' first and last line that belong to none: other log
 *     output
 * @param cut whether the text ends in the middle: net/http/pprof stops at 64 MiB, logs at less. The
 *     last goroutine is kept as far as it was read, those after it are missing
 * @param earlierDumps dumps of the same text before this one, which are left out: a log may hold
 *     several, and to add them up would count a goroutine once for each
 */
public record DumpNotes(List<String> crash, long skippedLines, boolean cut, int earlierDumps) {
  public DumpNotes {
    crash = List.copyOf(crash);
  }
}
