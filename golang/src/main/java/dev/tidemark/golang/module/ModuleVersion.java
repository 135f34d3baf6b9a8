package dev.tidemark.golang.module;

/**
 * A module at a version.
 *
 * @param version empty for a module in a folder
 */
public record ModuleVersion(String path, String version) {
  /** The folder within the module cache ("Module cache" of the modules reference). */
  public String cacheFolder() {
    return escaped(path) + "@" + escaped(version);
  }

  /** The cached go.mod of a module that need not be extracted. */
  public String cacheGoMod() {
    return "cache/download/" + escaped(path) + "/@v/" + escaped(version) + ".mod";
  }

  /** File systems may not tell upper case letters from lower case ones. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 4);
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter >= 'A' && letter <= 'Z') {
        out.append('!').append(Character.toLowerCase(letter));
      } else {
        out.append(letter);
      }
    }
    return out.toString();
  }

  @Override
  public String toString() {
    return version.isEmpty() ? path : path + "@" + version;
  }
}
