package dev.tidemark.diagnose.shape;

import java.util.List;

/**
 * Functions by the beginnings of their names, such as {@code database/sql.(*Rows).}; those of
 * packages under {@code vendor} by the package's own path.
 */
record Functions(List<String> beginnings) {
  private static final String VENDOR = "/vendor/";

  Functions {
    beginnings = List.copyOf(beginnings);
  }

  static Functions of(String... beginnings) {
    return new Functions(List.of(beginnings));
  }

  boolean include(String function) {
    String plain = withoutVendor(function);
    for (String beginning : beginnings) {
      if (plain.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  static String withoutVendor(String function) {
    int vendor = function.lastIndexOf(VENDOR);
    return vendor < 0 ? function : function.substring(vendor + VENDOR.length());
  }
}
