package dev.tidemark.golang.build;

import java.util.Set;

/**
 * What is built for.
 *
 * @param os a GOOS, such as {@code linux}
 * @param arch a GOARCH, such as {@code amd64}
 * @param tags further build tags, such as {@code integration}
 * @param minorVersion of Go: 26 for Go 1.26
 * @param hasCgo whether C is compiled in too
 */
public record Platform(String os, String arch, Set<String> tags, int minorVersion, boolean hasCgo) {
  /** internal/syslist: values of GOOS that a file name may end with, those of the past included. */
  public static final Set<String> KNOWN_OS =
      Set.of(
          "aix",
          "android",
          "darwin",
          "dragonfly",
          "freebsd",
          "hurd",
          "illumos",
          "ios",
          "js",
          "linux",
          "nacl",
          "netbsd",
          "openbsd",
          "plan9",
          "solaris",
          "wasip1",
          "windows",
          "zos");

  private static final Set<String> UNIX =
      Set.of(
          "aix",
          "android",
          "darwin",
          "dragonfly",
          "freebsd",
          "hurd",
          "illumos",
          "ios",
          "linux",
          "netbsd",
          "openbsd",
          "solaris");

  /** internal/syslist: values of GOARCH that a file name may end with. */
  public static final Set<String> KNOWN_ARCH =
      Set.of(
          "386",
          "amd64",
          "amd64p32",
          "arm",
          "armbe",
          "arm64",
          "arm64be",
          "loong64",
          "mips",
          "mipsle",
          "mips64",
          "mips64le",
          "mips64p32",
          "mips64p32le",
          "ppc",
          "ppc64",
          "ppc64le",
          "riscv",
          "riscv64",
          "s390",
          "s390x",
          "sparc",
          "sparc64",
          "wasm");

  public Platform {
    tags = Set.copyOf(tags);
  }

  /** Linux on amd64 with cgo, as most services are built. */
  public static Platform linux() {
    return new Platform("linux", "amd64", Set.of(), 26, true);
  }

  /** Whether a tag of a constraint holds (go/build, {@code matchTag}). */
  boolean has(String tag) {
    return switch (tag) {
          case "cgo" -> hasCgo;
          case "gc" -> true;
          case "unix" -> UNIX.contains(os);
          case "linux" -> os.equals("linux") || os.equals("android");
          case "solaris" -> os.equals("solaris") || os.equals("illumos");
          case "darwin" -> os.equals("darwin") || os.equals("ios");
          default -> tag.equals(os) || tag.equals(arch) || isReleased(tag);
        }
        || tags.contains(tag);
  }

  /** {@code go1.N} holds from that version on. */
  private boolean isReleased(String tag) {
    if (!tag.startsWith("go1.") || tag.length() > 8) {
      return false;
    }
    int minor = 0;
    for (int i = 4; i < tag.length(); i++) {
      int digit = Character.digit(tag.charAt(i), 10);
      if (digit < 0) {
        return false;
      }
      minor = minor * 10 + digit;
    }
    return tag.length() > 4 && minor >= 1 && minor <= minorVersion && tag.charAt(4) != '0';
  }
}
