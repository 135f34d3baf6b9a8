package dev.tidemark.profile.frame;

import java.util.ArrayList;
import java.util.List;

/**
 * A Go function's name as the linker writes it, in its parts (cmd/compile/internal/ir, closure.go;
 * cmd/internal/objabi, path.go).
 *
 * <p>Examples: {@code net/http.(*conn).serve}, {@code gopkg.in/yaml%2ev3.(*Decoder).Decode}, {@code
 * main.init.0.func1}, {@code shop/cache.(*LRU[...]).Get}, {@code main.run.func2.1}, {@code
 * main.run.gowrap1}, {@code main.(*T).Close-fm}, {@code main.walk-range1}, {@code
 * main.glob..func3}.
 *
 * @param packagePath with its dots, escapes undone; empty where the name has none
 * @param receiver the type whose method it is, without star and type arguments; empty for functions
 * @param isPointer whether the receiver is a pointer
 * @param function function or method, without type arguments; of a closure the outermost one
 * @param closures what follows it: {@code func1}, {@code 2}, {@code gowrap1}, {@code -range1}, and
 *     the names of functions inlined on the way; empty for a named function
 */
public record FunctionName(
    String packagePath,
    String receiver,
    boolean isPointer,
    String function,
    List<String> closures) {
  public FunctionName {
    closures = List.copyOf(closures);
  }

  /** The parts of any text; what does not look like a Go name is a function without package. */
  public static FunctionName parse(String name) {
    int packageEnd = packageEnd(name);
    String packagePath = packageEnd < 0 ? "" : unescaped(name.substring(0, packageEnd));
    List<String> parts = parts(name.substring(packageEnd + 1));
    String first = parts.getFirst();
    if (first.startsWith("(") && parts.size() > 1) {
      boolean isPointer = first.startsWith("(*");
      String receiver = first.substring(isPointer ? 2 : 1).replace(")", "");
      return new FunctionName(
          packagePath, receiver, isPointer, parts.get(1), parts.subList(2, parts.size()));
    }
    boolean isInit = first.equals("init") && parts.size() > 1 && isNumber(parts.get(1));
    if (isInit) {
      return new FunctionName(
          packagePath, "", false, "init." + parts.get(1), parts.subList(2, parts.size()));
    }
    // T.Method and a closure of G inlined into F (F.G.func1) look alike; types are mostly exported
    // or followed by nothing, so only a lone second part is taken for a method.
    boolean isMethod =
        parts.size() == 2 && !isClosure(parts.get(1)) && !first.isEmpty() && !first.equals("glob");
    return isMethod
        ? new FunctionName(packagePath, first, false, parts.get(1), List.of())
        : new FunctionName(packagePath, "", false, first, parts.subList(1, parts.size()));
  }

  /**
   * Whether it is a function literal, or a wrapper the compiler made for {@code go} and {@code
   * defer}.
   */
  public boolean isClosure() {
    return !closures.isEmpty();
  }

  /** {@code http.(*conn).serve}: the last element of the package path, and the rest. */
  public String shortName() {
    StringBuilder name = new StringBuilder();
    if (!packagePath.isEmpty()) {
      name.append(packagePath, packagePath.lastIndexOf('/') + 1, packagePath.length()).append('.');
    }
    name.append(enclosing());
    for (String closure : closures) {
      name.append(closure.startsWith("-") ? "" : ".").append(closure);
    }
    return name.toString();
  }

  /** The named function around a closure, with its receiver: {@code (*conn).serve}. */
  public String enclosing() {
    if (receiver.isEmpty()) {
      return function;
    }
    return (isPointer ? "(*" + receiver + ")" : receiver) + "." + function;
  }

  /**
   * The name without what renumbering, inlining and the compiler's version change: closures keep
   * only that they are one. Two builds of the same source agree on it.
   */
  public String normalized() {
    String name = packagePath.isEmpty() ? enclosing() : packagePath + "." + enclosing();
    return isClosure() ? name + ".func" : name;
  }

  /** The package path of a function's name, without parsing the rest. */
  public static String packageOf(String name) {
    int end = packageEnd(name);
    return end < 0 ? "" : unescaped(name.substring(0, end));
  }

  /**
   * The dot that ends the package path: the first one after the last slash before type arguments.
   */
  private static int packageEnd(String name) {
    int brackets = name.indexOf('[');
    int parenthesis = name.indexOf('(');
    int limit = brackets < 0 ? name.length() : brackets;
    limit = parenthesis < 0 ? limit : Math.min(limit, parenthesis);
    int slash = name.lastIndexOf('/', limit);
    int dot = name.indexOf('.', slash + 1);
    return dot;
  }

  /** {@code %2e} and the like in the last element of a path (cmd/internal/objabi.PathToPrefix). */
  private static String unescaped(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    StringBuilder plain = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      int high = i + 2 < path.length() ? Character.digit(path.charAt(i + 1), 16) : -1;
      int low = high < 0 ? -1 : Character.digit(path.charAt(i + 2), 16);
      if (path.charAt(i) == '%' && low >= 0) {
        plain.append((char) (high << 4 | low));
        i += 2;
      } else {
        plain.append(path.charAt(i));
      }
    }
    return plain.toString();
  }

  /**
   * Splits at dots outside brackets and parentheses, drops type arguments, splits off {@code -fm}.
   */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>(4);
    StringBuilder part = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '[') {
        depth++;
      } else if (c == ']' && depth > 0) {
        depth--;
      } else if (depth == 0 && c == '.') {
        parts.add(part.toString());
        part.setLength(0);
      } else if (depth == 0 && c == '-' && !part.isEmpty()) {
        parts.add(part.toString());
        part.setLength(0);
        part.append(c);
      } else if (depth == 0) {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  private static boolean isClosure(String part) {
    return part.startsWith("-")
        || isNumber(part)
        || endsInNumberAfter(part, "func")
        || endsInNumberAfter(part, "gowrap")
        || endsInNumberAfter(part, "deferwrap");
  }

  private static boolean endsInNumberAfter(String part, String word) {
    return part.startsWith(word) && isNumber(part.substring(word.length()));
  }

  private static boolean isNumber(String part) {
    for (int i = 0; i < part.length(); i++) {
      if (part.charAt(i) < '0' || part.charAt(i) > '9') {
        return false;
      }
    }
    return !part.isEmpty();
  }
}
