package dev.tidemark.report.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** URIs of files, absolute or relative (RFC 3986, RFC 8089), as tools write them. */
final class FileUri {
  /** One letter is a drive. */
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):");

  private FileUri() {}

  /** Empty for what is no file, or none that can be named here. */
  static Optional<Path> path(String uri) {
    String rest = uri;
    Matcher scheme = SCHEME.matcher(uri);
    if (scheme.lookingAt()) {
      if (!scheme.group(1).equalsIgnoreCase("file")) {
        return Optional.empty();
      }
      rest = uri.substring(scheme.end());
      if (rest.startsWith("//")) {
        // The name of a host, mostly none.
        int path = rest.indexOf('/', 2);
        rest = path < 0 ? "" : rest.substring(path);
      }
    }
    try {
      return Optional.of(Path.of(decoded(rest)));
    } catch (InvalidPathException none) {
      return Optional.empty();
    }
  }

  /**
   * With {@code %41} as {@code A}; what is no escape stays, for some tools write names as they are.
   */
  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 <= bytes.length - 1 ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 <= bytes.length - 1 ? Character.digit(bytes[i + 2], 16) : -1;
      if (bytes[i] == '%' && high >= 0 && low >= 0) {
        out.write(high * 16 + low);
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    return out.toString(UTF_8);
  }
}
