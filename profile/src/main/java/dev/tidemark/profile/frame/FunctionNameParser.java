package dev.tidemark.profile.frame;

import java.util.ArrayList;
import java.util.List;

/** The passes over one name: package, parts between dots, closure steps, receiver. */
final class FunctionNameParser {
  private FunctionNameParser() {}

  static FunctionName parse(String text) {
    if (isAlgorithm(text)) {
      return withoutPackage(text);
    }
    int packageEnd = packageEnd(text);
    if (packageEnd <= 0 || packageEnd == text.length() - 1) {
      return withoutPackage(text);
    }
    boolean methodValue = text.endsWith("-fm");
    String rest = text.substring(packageEnd + 1, text.length() - (methodValue ? 3 : 0));
    return new Parts(rest).name(text, decoded(text.substring(0, packageEnd)), methodValue);
  }

  /**
   * Compiler-made equality and hash functions: {@code type:.eq.T}, before Go 1.20 {@code
   * type..eq.T}.
   */
  private static boolean isAlgorithm(String text) {
    return text.startsWith("type:") || text.startsWith("type..") || text.startsWith("go:");
  }

  private static FunctionName withoutPackage(String text) {
    return new FunctionName(text, "", List.of(), "", text, List.of(), false, false);
  }

  /** The package path, escapes decoded, or an empty text. */
  static String packagePath(String text) {
    int end = isAlgorithm(text) ? -1 : packageEnd(text);
    return end <= 0 || end == text.length() - 1 ? "" : decoded(text.substring(0, end));
  }

  /** The dot after the package path, or −1. Slashes in type arguments and receivers don't count. */
  private static int packageEnd(String text) {
    int dot = -1;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '/') {
        dot = -1;
        start = i + 1;
      } else if (c == '.' && dot < 0) {
        dot = i;
      } else if (c == '[' || c == '(' || c == ' ') {
        break;
      }
    }
    if (dot > 0 && text.startsWith("gopkg.in/") && isVersionThenDot(text, dot + 1)) {
      // Some writers of profiles decode the %2e that the linker puts there.
      return text.indexOf('.', dot + 1);
    }
    return dot == start ? -1 : dot;
  }

  private static boolean isVersionThenDot(String text, int at) {
    if (at >= text.length() || text.charAt(at) != 'v') {
      return false;
    }
    int i = at + 1;
    while (i < text.length() && FunctionName.isDigit(text.charAt(i))) {
      i++;
    }
    return i > at + 1 && i < text.length() && text.charAt(i) == '.';
  }

  /** Undoes cmd/internal/objabi/path.go, {@code PathToPrefix}. */
  private static String decoded(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    StringBuilder decoded = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      int value = path.charAt(i) == '%' ? hexPair(path, i + 1) : -1;
      if (value < 0) {
        decoded.append(path.charAt(i));
      } else {
        decoded.append((char) value);
        i += 2;
      }
    }
    return decoded.toString();
  }

  private static int hexPair(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  /** What follows the package: names and closure steps, between dots outside of brackets. */
  private static final class Parts {
    private final List<String> parts = new ArrayList<>(4);
    private boolean generic;

    Parts(String rest) {
      int depth = 0;
      int start = 0;
      for (int i = 0; i < rest.length(); i++) {
        char c = rest.charAt(i);
        if (c == '[' || c == '(' || c == '{') {
          depth++;
          generic |= c == '[';
        } else if (c == ']' || c == ')' || c == '}') {
          depth--;
        } else if (depth <= 0 && c == '.') {
          add(rest.substring(start, i));
          start = i + 1;
        }
      }
      add(rest.substring(start));
    }

    private void add(String part) {
      String name = withoutArguments(part);
      int last = parts.size() - 1;
      if (last >= 0 && parts.get(last).equals("init") && FunctionName.isNumber(name, 0)) {
        parts.set(last, "init." + name);
        return;
      }
      if (name.isEmpty() && parts.size() == 1 && parts.getFirst().equals("glob")) {
        parts.set(0, "init");
        return;
      }
      // F-range1 is the function F and the step range1.
      int start = 0;
      for (int dash = rangeAfter(name, 0); dash > 0; dash = rangeAfter(name, start)) {
        parts.add(name.substring(start, dash));
        start = dash + 1;
      }
      parts.add(name.substring(start));
    }

    private static String withoutArguments(String part) {
      int open = part.indexOf('[');
      int close = part.lastIndexOf(']');
      return open < 0 || close < open ? part : part.substring(0, open) + part.substring(close + 1);
    }

    private static int rangeAfter(String name, int from) {
      return name.indexOf("-range", from);
    }

    /** Whether this names a literal or wrapper inside of what stands before it. */
    private static boolean isStep(String part) {
      String word = part;
      int end = word.length();
      while (end > 0 && FunctionName.isDigit(word.charAt(end - 1))) {
        end--;
      }
      if (end == word.length()) {
        return false;
      }
      return switch (word.substring(0, end)) {
        case "", "func", "gowrap", "deferwrap", "range", "·dwrap·" -> true;
        default -> false;
      };
    }

    FunctionName name(String text, String packagePath, boolean methodValue) {
      int last = parts.size() - 1;
      while (last > 0 && isStep(parts.get(last))) {
        last--;
      }
      String function = parts.get(last);
      int first = last;
      String receiver = "";
      if (last > 0 && isReceiver(last - 1, function, last < parts.size() - 1)) {
        first = last - 1;
        receiver = withoutParentheses(parts.get(first));
      }
      return new FunctionName(
          text,
          packagePath,
          parts.subList(0, first),
          receiver,
          function,
          parts.subList(last + 1, parts.size()),
          generic,
          methodValue);
    }

    private boolean isReceiver(int index, String function, boolean closure) {
      String part = parts.get(index);
      if (part.startsWith("(")) {
        return true;
      }
      if (isStep(part) && index > 0) {
        return false;
      }
      if (!closure) {
        return true;
      }
      boolean method = index > 0 && parts.get(index - 1).startsWith("(");
      return !method
          && !part.equals("main")
          && !part.equals("init")
          && !part.startsWith("init.")
          && !part.equals(function);
    }

    private static String withoutParentheses(String part) {
      int end = part.endsWith(")") ? part.length() - 1 : part.length();
      return part.startsWith("(") ? part.substring(1, Math.max(1, end)) : part;
    }
  }
}
