package dev.tidemark.golang.module;

import java.util.Comparator;

/** The order of versions of modules (semver.org; pseudo-versions are such, too). */
public final class SemanticVersion {
  public static final Comparator<String> ORDER = SemanticVersion::compare;

  private SemanticVersion() {}

  private static int compare(String x, String y) {
    String plainX = plain(x);
    String plainY = plain(y);
    int byNumbers = numbers(core(plainX), core(plainY));
    if (byNumbers != 0) {
      return byNumbers;
    }
    String preX = preRelease(plainX);
    String preY = preRelease(plainY);
    if (preX.isEmpty() || preY.isEmpty()) {
      return Boolean.compare(preX.isEmpty(), preY.isEmpty());
    }
    return identifiers(preX, preY);
  }

  private static String plain(String version) {
    String text = version.startsWith("v") ? version.substring(1) : version;
    int build = text.indexOf('+');
    return build < 0 ? text : text.substring(0, build);
  }

  private static String core(String version) {
    int dash = version.indexOf('-');
    return dash < 0 ? version : version.substring(0, dash);
  }

  private static String preRelease(String version) {
    int dash = version.indexOf('-');
    return dash < 0 ? "" : version.substring(dash + 1);
  }

  private static int numbers(String x, String y) {
    String[] partsX = x.split("\\.", -1);
    String[] partsY = y.split("\\.", -1);
    for (int i = 0; i < 3; i++) {
      int order = number(i < partsX.length ? partsX[i] : "0", i < partsY.length ? partsY[i] : "0");
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** By length first: numbers have no leading zeros. */
  private static int number(String x, String y) {
    int byLength = Integer.compare(x.length(), y.length());
    return byLength != 0 ? byLength : x.compareTo(y);
  }

  private static int identifiers(String x, String y) {
    String[] partsX = x.split("\\.", -1);
    String[] partsY = y.split("\\.", -1);
    for (int i = 0; i < Math.min(partsX.length, partsY.length); i++) {
      boolean isNumberX = isNumber(partsX[i]);
      boolean isNumberY = isNumber(partsY[i]);
      int order;
      if (isNumberX && isNumberY) {
        order = number(partsX[i], partsY[i]);
      } else if (isNumberX || isNumberY) {
        order = isNumberX ? -1 : 1;
      } else {
        order = partsX[i].compareTo(partsY[i]);
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(partsX.length, partsY.length);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
  }
}
