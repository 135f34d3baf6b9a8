package dev.tidemark.profile.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * The packages of Go's standard library, from a list shipped in this module: a path without a dot
 * does not tell, for {@code shop/middleware} has none either.
 */
record StandardLibrary(Set<String> packages, Set<String> roots) {
  private static final String LIST = "standard-library.txt";

  StandardLibrary {
    packages = Set.copyOf(packages);
    roots = Set.copyOf(roots);
  }

  static StandardLibrary shipped() {
    try (InputStream list = StandardLibrary.class.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new IllegalStateException("not in this build: " + LIST);
      }
      return of(new String(list.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static StandardLibrary of(String list) {
    Set<String> packages = new HashSet<>(1024);
    Set<String> roots = new HashSet<>();
    // No stream: every command starts here, and a stream's first use costs more than the whole
    // list.
    int end;
    for (int start = 0; start < list.length(); start = end + 1) {
      int newline = list.indexOf('\n', start);
      end = newline < 0 ? list.length() : newline;
      if (end > start && list.charAt(start) != '#') {
        String path = list.substring(start, end);
        packages.add(path);
        roots.add(firstElement(path));
      }
    }
    return new StandardLibrary(packages, roots);
  }

  /**
   * Whether a function of this package in this file is the standard library's. A listed name is
   * overruled by a file that lies elsewhere ({@code /app/log/setup.go} of a service's own {@code
   * log}); a name below a listed root that is newer than the list is proven by a file under {@code
   * …/src/}.
   */
  boolean contains(String packagePath, String file) {
    boolean listed = packages.contains(packagePath);
    if (!listed && !roots.contains(firstElement(packagePath))) {
      return false;
    }
    int source = file.lastIndexOf("/src/");
    if (listed) {
      return source >= 0 || !isAbsolute(file);
    }
    return source >= 0 && file.startsWith(packagePath + "/", source + "/src/".length());
  }

  /** Whether a file is one of GOROOT's, told by the file alone. */
  boolean containsFile(String file) {
    int slash = file.lastIndexOf('/');
    if (slash < 0) {
      return false;
    }
    int source = file.lastIndexOf("/src/");
    int start = source < 0 ? 0 : source + "/src/".length();
    return start < slash && packages.contains(file.substring(start, slash));
  }

  static boolean isAbsolute(String file) {
    return file.startsWith("/") || file.length() > 2 && file.charAt(1) == ':';
  }

  static String firstElement(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }
}
