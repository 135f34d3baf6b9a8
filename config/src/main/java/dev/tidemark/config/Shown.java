package dev.tidemark.config;

import dev.tidemark.config.yaml.Node;
import java.util.List;
import java.util.regex.Pattern;

/** Values of a file as complaints show them. */
final class Shown {
  /** Characters of a text that is shown whole. */
  static final int LONGEST = 60;

  /** Characters of a text that is looked at. */
  static final int LARGEST = 400;

  private static final Pattern BREAKS = Pattern.compile("\\R\\s*");

  private Shown() {}

  /** The beginning of a text, on one line. */
  static String cut(String text) {
    String line = BREAKS.matcher(text).replaceAll("⏎");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  static String kind(Node node) {
    return switch (node) {
      case Node.Mapping _ -> "a mapping";
      case Node.Sequence _ -> "a list";
      case Node.Broken _ -> "broken";
      case Node.Scalar scalar ->
          switch (scalar.kind()) {
            case NULL -> "empty";
            case TEXT -> "a text";
            case INTEGER, OTHER -> "a number";
            case TRUTH -> "true or false";
          };
    };
  }

  static String value(Node node) {
    return node instanceof Node.Scalar scalar && scalar.kind() != Node.Kind.NULL
        ? (scalar.kind() == Node.Kind.TEXT ? "the text " : "") + "`" + cut(scalar.text()) + "`"
        : kind(node);
  }

  static String list(List<String> words) {
    return String.join(", ", words);
  }
}
