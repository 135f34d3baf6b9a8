package dev.tidemark.golang.constant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.golang.syntax.Token;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstantTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "INT, 0x_FF, 255",
        "INT, 0b101, 5",
        "INT, 0o17, 15",
        "INT, 017, 15",
        "INT, 1_000, 1000",
        "FLOAT, 0x1p-2, 1/4",
        "FLOAT, 1e3, 1000",
        "FLOAT, .25, 1/4",
        "IMAG, 0123i, (0 + 123i)",
        "CHAR, '\\n', 10",
        "CHAR, '\\u00e9', 233",
        "CHAR, 'é', 233",
        "STRING, \"a\\x41\\101\", aAA",
        "STRING, `raw\\n`, raw\\n",
      })
  void literalsAreReadAsGoReadsThem(Token kind, String text, String value) {
    assertThat(Literals.value(kind, text)).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource({"INT, 0x", "CHAR, ''", "CHAR, 'ab'", "FLOAT, 1e999999999", "INT, 08"})
  void whatIsMalformedIsUnknown(Token kind, String text) {
    assertThat(Literals.value(kind, text)).isEqualTo(Constant.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "7, QUO_ASSIGN, 2, 3",
    "-7, QUO_ASSIGN, 2, -3",
    "-7, REM, 2, -1",
    "7, QUO, 2, 7/2",
    "6, AND_NOT, 3, 4",
    "1, QUO, 0, Unknown[]",
    "1, LAND, 1, Unknown[]"
  })
  void integersAreCalculatedExactly(long x, Token operator, long y, String result) {
    assertThat(Operations.binary(Constant.of(x), operator, Constant.of(y))).hasToString(result);
  }

  @ParameterizedTest
  @CsvSource({"1e-400, 0", "0.1, 3602879701896397/36028797018963968", "1e400, Unknown[]"})
  void floatsAreRoundedToTheNearest(String literal, String rounded) {
    Constant value = Literals.value(Token.FLOAT, literal);
    assertThat(Conversions.roundFloat64(value)).hasToString(rounded);
  }
}
