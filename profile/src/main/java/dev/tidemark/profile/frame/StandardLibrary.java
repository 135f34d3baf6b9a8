package dev.tidemark.profile.frame;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

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
      Set<String> packages =
          new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .collect(Collectors.toSet());
      return new StandardLibrary(
          packages,
          packages.stream().map(StandardLibrary::firstElement).collect(Collectors.toSet()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
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
