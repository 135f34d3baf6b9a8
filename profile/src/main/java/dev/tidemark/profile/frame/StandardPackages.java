package dev.tidemark.profile.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/**
 * The packages of Go's standard library, by a list that is shipped: a dot in the first element of a
 * path tells a library from the standard one, but a service's own {@code shop/middleware} has none.
 */
final class StandardPackages {
  private static final String LIST = "standard-library.txt";

  private final Set<String> paths;

  private StandardPackages(Set<String> paths) {
    this.paths = paths;
  }

  static StandardPackages shipped() {
    try (InputStream in = StandardPackages.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException("the build left out the resource " + LIST);
      }
      Set<String> paths = new HashSet<>(1024);
      String text = new String(in.readAllBytes(), UTF_8);
      int from = 0;
      while (from < text.length()) {
        int end = text.indexOf('\n', from);
        end = end < 0 ? text.length() : end;
        if (text.charAt(from) != '#') {
          paths.add(text.substring(from, end));
        }
        from = end + 1;
      }
      return new StandardPackages(paths);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a package is of the standard library, what that vendors included. */
  boolean contains(String path) {
    return paths.contains(path) || path.startsWith("vendor/");
  }
}
