package dev.tidemark.golang.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.golang.parse.Parser;
import org.junit.jupiter.api.Test;

class DirectiveTest {
  @Test
  void areReadAtTheBeginningOfALineOnly() {
    String source =
        """
        //go:build linux

        package shop

        //go:generate stringer -type=Kind
        //go:embed page.html  img/*
        var page string // go:embed no

        //go:linkname now time.now
        func now() int64 { //go:embed no
        	return 0 // x
        }

        // go:noinline
        """;
    assertThat(Directive.of(Parser.parse(source.getBytes(UTF_8)).file()))
        .extracting(Directive::word, Directive::arguments)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("build", "linux"),
            org.assertj.core.groups.Tuple.tuple("generate", "stringer -type=Kind"),
            org.assertj.core.groups.Tuple.tuple("embed", "page.html  img/*"),
            org.assertj.core.groups.Tuple.tuple("linkname", "now time.now"));
  }
}
