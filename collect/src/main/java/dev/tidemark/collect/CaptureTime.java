package dev.tidemark.collect;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time in a file's name: {@code heap-1761955200000.pb.gz} was taken at that epoch millisecond.
 */
final class CaptureTime {
  // Thirteen digits are the milliseconds from 2001 to 2286.
  private static final Pattern EPOCH_MILLIS = Pattern.compile("(?:^|[-_.])(\\d{13})(?=[-_.]|$)");

  private CaptureTime() {}

  static OptionalLong inName(String fileName) {
    Matcher matcher = EPOCH_MILLIS.matcher(fileName);
    return matcher.find()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }
}
