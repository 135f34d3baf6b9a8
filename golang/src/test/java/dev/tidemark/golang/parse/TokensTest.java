package dev.tidemark.golang.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What outsiders are told of a file's tokens. */
class TokensTest {
  private final List<String> told = new ArrayList<>();

  private List<Diagnostic> tokens(String source) {
    byte[] bytes = source.getBytes(UTF_8);
    return Tokens.forEach(
        bytes,
        (token, from, to) -> told.add(token + " " + new String(bytes, from, to - from, UTF_8)));
  }

  @Test
  void commentsAndSemicolonsOfLineEndsAreTokens() {
    assertThat(tokens("x := 1 // one\ngo f()")).isEmpty();
    assertThat(told)
        .containsExactly(
            "IDENT x",
            "DEFINE :=",
            "INT 1",
            "COMMENT // one",
            "SEMICOLON ",
            "GO go",
            "IDENT f",
            "LPAREN (",
            "RPAREN )",
            "SEMICOLON ");
  }

  @Test
  void whatIsWrongIsToldByPlace() {
    assertThat(tokens("a \"b\n'c")).extracting(Diagnostic::line).containsExactly(1, 2);
    assertThat(told).hasSizeGreaterThanOrEqualTo(3);
  }
}
