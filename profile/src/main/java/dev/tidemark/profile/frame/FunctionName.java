package dev.tidemark.profile.frame;

import java.util.List;

/**
 * A Go function's name as the linker writes it, in its parts.
 *
 * <pre>
 *   net/http.(*conn).serve                  package net/http   receiver *conn    function serve
 *   gopkg.in/yaml%2ev3.Unmarshal            package gopkg.in/yaml.v3             function Unmarshal
 *   a/shop.(*Cache[...]).Fill.func1.2       package a/shop     receiver *Cache   function Fill, closure func1.2
 *   a/shop.Serve.NewAudit.func3             the closure of NewAudit, as inlined into Serve (Go 1.21 to 1.26)
 *   a/shop.NewAudit.func1                   the same from Go 1.27 on, inlined or not
 *   a/shop.Walk-range1, a/shop.(*T).M-fm    the body of a range over a function, a method value
 *   type:.eq.[2]string, memeqbody           no package
 * </pre>
 *
 * <p>A closure is numbered within the outermost function, and up to Go 1.26 its name starts with
 * what it was inlined into (cmd/compile/internal/ir/func.go, {@code closureName}; changed by
 * go.dev/cl/770200). The older form leaves open whether {@code A.B.func1} is a closure of the
 * method {@code B} of a value type {@code A}, or one of the function {@code B} inlined into {@code
 * A}: it is taken as the method, except where {@code A} can't be a type ({@code main}, {@code
 * init}, {@code glob.}, or {@code A} equal to {@code B}). {@link #mayBeSameAs} leaves it open too.
 *
 * @param text the name as given
 * @param packagePath the import path, escapes decoded; empty where the name has none
 * @param inlinedInto the functions an inlined closure's name starts with, outermost first
 * @param receiver the method's type without type arguments, with a leading {@code *} for pointers;
 *     empty for a function
 * @param function the named function or method; {@code init.0} for the first {@code func init()},
 *     {@code init} for package-level initialisation
 * @param closure numbered steps into function literals and wrappers, such as {@code func1.2},
 *     {@code gowrap1} or {@code range1}, outermost first
 * @param generic whether the name carries type arguments
 * @param methodValue whether this is the wrapper {@code -fm} of a method value
 */
public record FunctionName(
    String text,
    String packagePath,
    List<String> inlinedInto,
    String receiver,
    String function,
    List<String> closure,
    boolean generic,
    boolean methodValue) {
  public FunctionName {
    inlinedInto = List.copyOf(inlinedInto);
    closure = List.copyOf(closure);
  }

  /** Takes a name apart; linear in its length. Anything not understood is all function. */
  public static FunctionName parse(String text) {
    return FunctionNameParser.parse(text);
  }

  public boolean hasPointerReceiver() {
    return receiver.startsWith("*");
  }

  public boolean isClosure() {
    return !closure.isEmpty();
  }

  /**
   * One name for the same piece of source whatever its number, the Go version that named it and the
   * type arguments: {@code a/shop.(*Cache[...]).Fill.func.func}. Closures of one function at one
   * depth share it (their lines tell them apart), and up to Go 1.26 a closure inlined into another
   * package carries that package's path.
   */
  public String normalized() {
    StringBuilder name = new StringBuilder(text.length() + 8);
    if (!packagePath.isEmpty()) {
      name.append(packagePath).append('.');
    }
    appendFunction(name);
    for (int i = 0; i < closure.size(); i++) {
      String step = withoutNumber(closure.get(i));
      if (!step.equals("range")) {
        name.append('.').append(step);
      } else if (i == closure.size() - 1) {
        // Literals in a range body are named after the function around it (since Go 1.24), so that
        // step counts only for the body itself.
        name.append("-range");
      }
    }
    return methodValue ? name.append("-fm").toString() : name.toString();
  }

  /** For a person: {@code http.(*conn).serve}, {@code echo.New.func1} for {@code …/echo/v5}. */
  public String shortName() {
    StringBuilder name = new StringBuilder(text.length());
    if (!packagePath.isEmpty()) {
      name.append(packageName()).append('.');
    }
    appendFunction(name);
    for (String step : closure) {
      name.append(step.startsWith("range") ? '-' : '.').append(step);
    }
    return methodValue ? name.append("-fm").toString() : name.toString();
  }

  /** The last element of the package path that is not a major version. */
  public String packageName() {
    int end = packagePath.length();
    int start = packagePath.lastIndexOf('/') + 1;
    if (start > 0 && isMajorVersion(packagePath.substring(start))) {
      end = start - 1;
      start = packagePath.lastIndexOf('/', end - 1) + 1;
    }
    String element = packagePath.substring(start, end);
    int dot = element.lastIndexOf('.');
    return dot > 0 && isMajorVersion(element.substring(dot + 1))
        ? element.substring(0, dot)
        : element;
  }

  /**
   * Whether both can be one piece of source named by different Go versions or builds: the same
   * closure depth, and one's functions end with the other's.
   */
  public boolean mayBeSameAs(FunctionName other) {
    if (!isClosure() || !other.isClosure()) {
      return normalized().equals(other.normalized());
    }
    return depth() == other.depth()
        && function.equals(other.function)
        && (receiver.equals(other.receiver)
            || valueReceiverOrNone() && other.valueReceiverOrNone());
  }

  private boolean valueReceiverOrNone() {
    return !hasPointerReceiver();
  }

  private int depth() {
    int depth = 0;
    for (String step : closure) {
      depth += step.startsWith("range") ? 0 : 1;
    }
    return depth;
  }

  private void appendFunction(StringBuilder name) {
    String arguments = generic ? "[...]" : "";
    if (receiver.isEmpty()) {
      name.append(function).append(arguments);
    } else if (hasPointerReceiver()) {
      name.append('(').append(receiver).append(arguments).append(").").append(function);
    } else {
      name.append(receiver).append(arguments).append('.').append(function);
    }
  }

  private static String withoutNumber(String step) {
    int end = step.length();
    while (end > 0 && isDigit(step.charAt(end - 1))) {
      end--;
    }
    // Up to Go 1.26 a literal in a literal is numbered without "func", unless it was inlined.
    return end == 0 ? "func" : step.substring(0, end);
  }

  private static boolean isMajorVersion(String element) {
    return element.length() > 1 && element.charAt(0) == 'v' && isNumber(element, 1);
  }

  static boolean isNumber(String text, int from) {
    int i = from;
    while (i < text.length() && isDigit(text.charAt(i))) {
      i++;
    }
    return i > from && i == text.length();
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  @Override
  public String toString() {
    return text;
  }
}
