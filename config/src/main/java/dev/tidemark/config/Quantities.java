package dev.tidemark.config;

import dev.tidemark.config.yaml.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Times as Go writes them, and sizes. */
final class Quantities {
  static final Pattern TIME =
      Pattern.compile("^(?=[0-9])([0-9]{1,6}h)?([0-9]{1,8}m)?([0-9]{1,9}s)?$");
  static final Pattern SIZE = Pattern.compile("^[0-9]{1,9}(B|KiB|MiB|GiB)$");

  private static final int LONGEST_NUMBER = 40;

  private Quantities() {}

  static Duration duration(String text) {
    return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
  }

  /** Of a number that is whole, and from one to another. */
  static OptionalInt integer(Node node, int least, int most) {
    if (!(node instanceof Node.Scalar(_, String text, Node.Kind kind))
        || kind != Node.Kind.INTEGER && kind != Node.Kind.OTHER
        || text.length() > LONGEST_NUMBER) {
      return OptionalInt.empty();
    }
    BigDecimal value;
    try {
      value =
          text.startsWith("0x")
              ? new BigDecimal(new BigInteger(text.substring(2), 16))
              : text.startsWith("0o")
                  ? new BigDecimal(new BigInteger(text.substring(2), 8))
                  : new BigDecimal(text);
    } catch (NumberFormatException notFinite) {
      return OptionalInt.empty();
    }
    // In this order: what has a huge exponent is never written out.
    boolean isWithin =
        value.compareTo(BigDecimal.valueOf(least)) >= 0
            && value.compareTo(BigDecimal.valueOf(most)) <= 0
            && value.scale() <= LONGEST_NUMBER
            && value.stripTrailingZeros().scale() <= 0;
    return isWithin ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
  }

  static long bytes(String text) {
    int unit = text.replaceAll("[0-9]", "").length();
    long number = Long.parseLong(text.replaceAll("[A-Za-z]", ""));
    return number
        << switch (text.charAt(text.length() - unit)) {
          case 'K' -> 10;
          case 'M' -> 20;
          case 'G' -> 30;
          default -> 0;
        };
  }
}
