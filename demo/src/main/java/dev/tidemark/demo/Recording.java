package dev.tidemark.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The captures of one recorded process by kind and time (milliseconds since the epoch). */
public final class Recording {
  private static final Pattern NAME = Pattern.compile("([a-z]+)-(\\d{13})\\..*");

  /** What the recorder takes, by the first word of its files' names. */
  enum Kind {
    HEAP("heap"),
    GOROUTINE("goroutine"),
    GOROUTINE_DUMP("goroutines"),
    METRICS("metrics");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  private final Map<Kind, NavigableMap<Long, Path>> captures = new EnumMap<>(Kind.class);
  private final long firstMillis;
  private final long lastMillis;

  private Recording(Map<Kind, NavigableMap<Long, Path>> captures) {
    this.captures.putAll(captures);
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (NavigableMap<Long, Path> byTime : captures.values()) {
      first = Math.min(first, byTime.firstKey());
      last = Math.max(last, byTime.lastKey());
    }
    firstMillis = first;
    lastMillis = last;
  }

  /**
   * The recording in a directory.
   *
   * @throws IOException if it can't be read or holds no captures
   */
  public static Recording in(Path directory) throws IOException {
    Map<Kind, NavigableMap<Long, Path>> captures = new EnumMap<>(Kind.class);
    List<Path> files;
    try (Stream<Path> list = Files.list(directory)) {
      files = list.toList();
    }
    for (Path file : files) {
      Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
      if (name.matches()) {
        for (Kind kind : Kind.values()) {
          if (kind.word.equals(name.group(1))) {
            captures
                .computeIfAbsent(kind, _ -> new TreeMap<>())
                .put(Long.parseLong(name.group(2)), file);
          }
        }
      }
    }
    if (captures.isEmpty()) {
      throw new IOException("no captures in " + directory);
    }
    return new Recording(captures);
  }

  public long firstMillis() {
    return firstMillis;
  }

  public Duration length() {
    return Duration.ofMillis(lastMillis - firstMillis);
  }

  /** What the process would have answered at a time: the latest capture until then. */
  Optional<byte[]> at(Kind kind, long millis) throws IOException {
    NavigableMap<Long, Path> byTime = captures.get(kind);
    if (byTime == null) {
      return Optional.empty();
    }
    Map.Entry<Long, Path> entry = byTime.floorEntry(millis);
    return Optional.of(
        Files.readAllBytes(entry == null ? byTime.firstEntry().getValue() : entry.getValue()));
  }
}
