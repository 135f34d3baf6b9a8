package dev.tidemark.profile.goroutine;

import dev.tidemark.profile.Label;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels as Go's texts write them: {@code "route":"/cart", "tenant":"a \"b\""} in {@code ?debug=1}
 * (runtime/pprof/label.go; strconv.Quote), with a space after the colon in a goroutine's header
 * (runtime/print.go, {@code printquoted}), and there also without quotes.
 */
public final class LabelText {
  private final String text;
  private int at;

  private LabelText(String text) {
    this.text = text;
  }

  /** Reads the labels between the braces; from text that is none, as many as there are. */
  public static List<Label> parse(String text) {
    return new LabelText(text).labels();
  }

  private List<Label> labels() {
    List<Label> labels = new ArrayList<>();
    while (at < text.length()) {
      String key = token(":");
      at++;
      skipSpace();
      String value = token(",");
      at++;
      skipSpace();
      if (!key.isEmpty()) {
        labels.add(new Label.Text(key, value));
      }
    }
    return List.copyOf(labels);
  }

  private void skipSpace() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private String token(String end) {
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int stop = text.indexOf(end, at);
    int start = Math.min(at, text.length());
    at = stop < 0 ? text.length() : stop;
    return text.substring(start, at);
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        appendEscape(value, text.charAt(at++));
      } else {
        value.append(c);
      }
    }
    at++;
    return value.toString();
  }

  private void appendEscape(StringBuilder value, char escape) {
    switch (escape) {
      case 'a' -> value.append('\u0007');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'v' -> value.append('\u000b');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'x' -> appendHex(value, 2);
      case 'u' -> appendHex(value, 4);
      case 'U' -> appendHex(value, 8);
      default -> value.append(escape);
    }
  }

  private void appendHex(StringBuilder value, int digits) {
    int code = 0;
    int end = Math.min(text.length(), at + digits);
    while (at < end && Character.digit(text.charAt(at), 16) >= 0) {
      code = code * 16 + Character.digit(text.charAt(at++), 16);
    }
    value.appendCodePoint(Character.isValidCodePoint(code) ? code : 0xfffd);
  }
}
