package dev.tidemark.golang.module;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a go.mod or go.work file: a verb with its arguments, whether it stands alone or in a
 * block ("go.mod file syntax" of the modules reference).
 */
final class ModLines {
  private static final int LARGEST = 16 << 20;

  private ModLines() {}

  /**
   * One directive.
   *
   * @param number of its line, from 1
   * @param comment what follows {@code //}, trimmed
   */
  record Line(int number, String verb, List<String> arguments, String comment) {}

  /** What is wrong with a file at one line. */
  record Problem(int line, String message) {}

  static List<Line> of(byte[] bytes, List<Problem> problems) {
    if (bytes.length > LARGEST) {
      problems.add(new Problem(1, "larger than %,d bytes: not read".formatted(LARGEST)));
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    String block = "";
    int number = 0;
    for (String text : new String(bytes, UTF_8).split("\n", -1)) {
      number++;
      List<String> words = new ArrayList<>();
      String comment = words(text, words, number, problems);
      if (words.isEmpty()) {
        continue;
      }
      if (!block.isEmpty()) {
        if (words.getFirst().equals(")")) {
          block = "";
        } else {
          lines.add(new Line(number, block, List.copyOf(words), comment));
        }
        continue;
      }
      String verb = words.removeFirst();
      if (!words.isEmpty() && words.getFirst().equals("(")) {
        block = words.size() > 1 && words.get(1).equals(")") ? "" : verb;
      } else {
        lines.add(new Line(number, verb, List.copyOf(words), comment));
      }
    }
    if (!block.isEmpty()) {
      problems.add(new Problem(number, "the block of " + block + " is not closed"));
    }
    return lines;
  }

  /** The words of a line; gives the comment behind them. */
  private static String words(String text, List<String> words, int line, List<Problem> problems) {
    int at = 0;
    while (at < text.length()) {
      char letter = text.charAt(at);
      if (letter <= ' ') {
        at++;
      } else if (text.startsWith("//", at)) {
        return text.substring(at + 2).strip();
      } else if (letter == '(' || letter == ')') {
        words.add(String.valueOf(letter));
        at++;
      } else if (letter == '"' || letter == '`') {
        int end = text.indexOf(letter, at + 1);
        if (end < 0) {
          problems.add(new Problem(line, "a quote is not closed"));
          end = text.length();
        }
        words.add(text.substring(at + 1, end));
        at = end + 1;
      } else {
        int end = at;
        while (end < text.length()
            && text.charAt(end) > ' '
            && text.charAt(end) != '('
            && text.charAt(end) != ')'
            && !text.startsWith("//", end)) {
          end++;
        }
        words.add(text.substring(at, end));
        at = end;
      }
    }
    return "";
  }
}
