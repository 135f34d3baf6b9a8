package dev.tidemark.profile;

/**
 * The functions of a profile, in columns.
 *
 * @param name names as the Go linker has them
 * @param systemName mangled names; the same for Go
 * @param file file names, empty where unknown
 * @param startLine the line the function starts at, 0 where unknown
 */
public record Functions(String[] name, String[] systemName, String[] file, int[] startLine) {
  public Functions {
    int count = name.length;
    if (systemName.length != count || file.length != count || startLine.length != count) {
      throw new IllegalArgumentException("columns of unequal length");
    }
  }

  public int count() {
    return name.length;
  }
}
