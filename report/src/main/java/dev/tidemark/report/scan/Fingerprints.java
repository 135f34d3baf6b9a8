package dev.tidemark.report.scan;

import dev.tidemark.scan.Finding;
import dev.tidemark.scan.Span;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Names for findings that survive moved lines and renamed files; for one report, in its order. */
public final class Fingerprints {
  private final SourceLines source;
  private final Map<String, Integer> times = new HashMap<>();

  public Fingerprints(SourceLines source) {
    this.source = source;
  }

  /** The line of code that a place is in, however it is indented. */
  static String code(SourceLines source, Span span) {
    return source.line(span.file(), span.line()).strip();
  }

  /** Of the rule, the function and the code (FNV-1a), and which of several alike it is. */
  public String of(Finding finding) {
    String text =
        finding.rule().id() + "\n" + finding.function() + "\n" + code(source, finding.span());
    return named(text);
  }

  /** The same for what another tool has found: of its words and the file. */
  public String of(OtherFinding other) {
    return named(other.name() + "\n" + other.file() + "\n" + other.message());
  }

  private String named(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    String name = "%016x".formatted(hash);
    return name + ":" + times.merge(name, 1, Integer::sum);
  }
}
