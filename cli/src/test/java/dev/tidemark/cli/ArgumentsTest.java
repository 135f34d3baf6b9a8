package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private static final Syntax SYNTAX =
      Syntax.of("inspect", "says what grows")
          .flag("--gc", "collect first")
          .option("--for", "TIME", "how long")
          .choice("--format", List.of("text", "json"), "how to say it")
          .repeatable("--header", "NAME:VALUE", "sent along")
          .operand("SOURCE", 1, 3, "what to read")
          .build();

  @Test
  void readsOptionsAndOperandsInAnyOrder() throws CommandException {
    Arguments arguments = parse("a", "--for", "2m", "--format=json", "b", "--gc");
    assertThat(arguments.operands()).containsExactly("a", "b");
    assertThat(arguments.value("--for")).isEqualTo("2m");
    assertThat(arguments.value("--format", "text")).isEqualTo("json");
    assertThat(arguments.has("--gc")).isTrue();
    assertThat(arguments.has("--header")).isFalse();
    assertThat(arguments.value("--header")).isNull();
    assertThat(arguments.values("--header")).isEmpty();
  }

  @Test
  void keepsEveryValueOfARepeatableOption() throws CommandException {
    assertThat(parse("a", "--header", "A: 1", "--header=B: x=y").values("--header"))
        .containsExactly("A: 1", "B: x=y");
  }

  @Test
  void takesADashAndAllAfterTwoDashesAsOperands() throws CommandException {
    assertThat(parse("-", "--", "--gc").operands()).containsExactly("-", "--gc");
  }

  @Test
  void takesAnyWordAsAValue() throws CommandException {
    assertThat(parse("a", "--for", "--gc").value("--for")).isEqualTo("--gc");
    assertThat(parse("a", "--for=").value("--for")).isEmpty();
  }

  @Test
  void saysWhatIsWrong() {
    assertWrong("there is no option --fromat; did you mean --format?", "a", "--fromat", "json");
    assertWrong("there is no option -x", "a", "-x");
    assertWrong("--for needs a value: --for TIME", "a", "--for");
    assertWrong("--gc takes no value", "a", "--gc=yes");
    assertWrong(
        "--format is one of text, json, not `jsn`; did you mean json?", "a", "--format", "jsn");
    assertWrong("--for is given twice", "a", "--for", "1m", "--for", "2m");
    assertWrong("SOURCE is missing", "--gc");
    assertWrong("one word too many: d", "a", "b", "c", "d");
  }

  @Test
  void seesWhoAsksForHelp() {
    assertThat(Arguments.askForHelp(List.of("a", "--help"))).isTrue();
    assertThat(Arguments.askForHelp(List.of("-h"))).isTrue();
    assertThat(Arguments.askForHelp(List.of("--", "--help"))).isFalse();
  }

  private static void assertWrong(String sentence, String... words) {
    assertThatThrownBy(() -> parse(words))
        .isInstanceOf(CommandException.class)
        .hasMessage("inspect: " + sentence + " (`tidemark inspect --help` tells)");
  }

  private static Arguments parse(String... words) throws CommandException {
    return Arguments.parse(SYNTAX, List.of(words));
  }
}
