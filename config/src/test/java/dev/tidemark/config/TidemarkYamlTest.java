package dev.tidemark.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tidemark.config.TidemarkYaml.Accepted;
import dev.tidemark.config.TidemarkYaml.Refused;
import dev.tidemark.scan.LeakClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TidemarkYamlTest {
  static ScanOptions accepted(String file) {
    return switch (TidemarkYaml.read(file.getBytes(UTF_8))) {
      case Accepted accepted -> accepted.configuration().scan();
      case Refused refused -> throw new AssertionError(refused.problems().toString());
    };
  }

  static List<String> refused(byte[] file) {
    return switch (TidemarkYaml.read(file)) {
      case Accepted _ -> List.of();
      case Refused refused ->
          refused.problems().stream()
              .map(one -> "%d:%d %s".formatted(one.line(), one.column(), one.what()))
              .toList();
    };
  }

  private static List<String> refused(String file) {
    return refused(file.getBytes(UTF_8));
  }

  /** The file that the documentation shows. */
  static String example() {
    try {
      String page = Files.readString(Path.of("..", "docs", "configuration.md"));
      int from = page.indexOf("```yaml\n") + "```yaml\n".length();
      return page.substring(from, page.indexOf("```\n", from));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void theExampleInTheDocumentationIsRead() {
    ScanOptions options = accepted(example());
    assertThat(options.failing()).containsExactly(LeakClass.LEAK);
    assertThat(options.settings().choice().off())
        .contains("context-in-struct")
        .doesNotContain("file-not-closed");
    assertThat(options.settings().choice().classes())
        .containsEntry("file-not-closed", LeakClass.LEAK)
        .hasSize(1);
    assertThat(options.settings().wrappers().closes())
        .containsExactlyInAnyOrder(
            "example.com/shop/httpx.Drain", "example.com/shop/db.Session.Finish");
    assertThat(options.settings().wrappers().bounds())
        .containsExactly("example.com/shop/cache.Evict");
    assertThat(options.settings().wrappers().entries())
        .containsExactly("example.com/shop/queue.Consumer.Handle");
    assertThat(options.platform().tags()).containsExactly("integration");
    assertThat(options.excluded().match("api/shop.pb.go")).isTrue();
    assertThat(options.excluded().match("api/shop.go")).isFalse();
    assertThat(options.largestFile()).isEqualTo(16L << 20);
  }

  @Test
  void theExampleShowsTheValuesThatHoldWithoutIt() {
    ScanOptions shown = accepted(example());
    assertThat(shown.settings().limits()).isEqualTo(ScanOptions.DEFAULT.settings().limits());
    assertThat(shown.failing()).isEqualTo(ScanOptions.DEFAULT.failing());
    assertThat(shown.readsTests()).isEqualTo(ScanOptions.DEFAULT.readsTests());
    assertThat(shown.platform().os()).isEqualTo(ScanOptions.DEFAULT.platform().os());
    assertThat(shown.platform().arch()).isEqualTo(ScanOptions.DEFAULT.platform().arch());
    assertThat(shown.platform().hasCgo()).isEqualTo(ScanOptions.DEFAULT.platform().hasCgo());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# nothing\n", "scan:\n", "scan:\n  rules:\n", "---\n...\n"})
  void whatSaysNothingIsTheUsual(String file) {
    assertThat(accepted(file)).usingRecursiveComparison().isEqualTo(ScanOptions.DEFAULT);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    String file =
        """
        scan:
          fail-on: leek
          rules:
            lost-cancell: off
            file-not-closed: sometimes
            others: hygiene
          limit: {}
          limits:
            timer: 1 minute
            effort: 0
            handler-depth: "5"
          exclude: [ok/, /absolute, 5]
          tests: yes
          build: { goos: linuks, tags: [a b] }
          functions:
            closes: drain
            bounds:
              example.com/shop.Evict: true
        watch: {}
        """;
    assertThat(refused(file))
        .containsExactly(
            "2:12 `fail-on` is the text `leek`; did you mean leak?",
            "4:5 there is no rule `lost-cancell` in rules; did you mean lost-cancel?",
            "5:22 `file-not-closed` is the text `sometimes`",
            "6:13 `others` is the text `hygiene`",
            "7:3 there is no key `limit` in scan; did you mean limits?",
            "9:12 `timer` is the text `1 minute`",
            "10:13 `effort` is `0`",
            "11:20 `handler-depth` is the text `5`",
            "12:18 `exclude` is the text `/absolute`",
            "12:29 `exclude` is `5`",
            "13:10 `tests` is the text `yes`",
            "14:18 `goos` is the text `linuks`; did you mean linux?",
            "14:33 `tags` is the text `a b`",
            "16:13 `closes` is the text `drain`",
            "18:7 `bounds` is a mapping",
            "19:1 there is no key `watch` in tidemark.yaml");
  }

  @Test
  void othersOffLeavesThoseThatAreNamed() {
    ScanOptions options =
        accepted("scan: { rules: { lost-cancel: on, rows-not-closed: hygiene, others: off } }");
    assertThat(options.settings().choice().off())
        .contains("file-not-closed", "unused-ignore")
        .doesNotContain("lost-cancel", "rows-not-closed");
  }

  @Test
  void quantitiesAreRead() {
    ScanOptions options =
        accepted("scan: { limits: { timer: 1h30m, file-size: 4KiB }, fail-on: hygiene }");
    assertThat(options.settings().limits().timer()).isEqualTo(Duration.ofMinutes(90));
    assertThat(options.largestFile()).isEqualTo(4096);
    assertThat(options.failing()).hasSize(3);
    assertThat(accepted("scan: { fail-on: nothing }").failing()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com/shop/db.(*Conn).Close",
        "(*example.com/shop/db.Conn).Close",
        "(example.com/shop/db.Conn).Close",
        "example.com/shop/db.Conn.Close",
        "example.com/shop/db.(*Conn[K, V]).Close"
      })
  void namesOfMethodsMayBeWrittenAsGoDoes(String name) {
    ScanOptions options = accepted("scan: { functions: { closes: '%s' } }".formatted(name));
    assertThat(options.settings().wrappers().closes())
        .containsExactly("example.com/shop/db.Conn.Close");
  }

  @Test
  void whatIsNoMappingIsTold() {
    assertThat(refused("just text"))
        .containsExactly("1:1 the file is a text, where keys with values belong");
    assertThat(refused("- a\n- b\n"))
        .containsExactly("1:1 the file is a list, where keys with values belong");
    assertThat(refused("scan: 5"))
        .containsExactly("1:7 `scan` is a number, where keys with values belong");
  }

  @Test
  void whatIsNoYamlIsTold() {
    assertThat(refused("scan:\n  rules: [a\n"))
        .singleElement()
        .asString()
        .startsWith("3:1 this is no YAML: ");
    assertThat(refused("scan:\n\trules: {}\n"))
        .singleElement()
        .asString()
        .startsWith("2:1 this is no");
    assertThat(refused(new byte[] {'a', ':', '\n', ' ', (byte) 0xC3, '('}))
        .containsExactly("2:2 this is not UTF-8");
    assertThat(refused("scan:\n  x: \u0000\n"))
        .containsExactly("2:6 there is a control character (U+0000) here");
    assertThat(refused("a: 1\n--- \nb: 2\n")).contains("2:1 a second document begins here");
  }

  @Test
  void keysThatAreThereTwiceAreTold() {
    assertThat(refused("scan:\n  tests: true\n  tests: false\n"))
        .containsExactly("3:3 the key `tests` is here twice, first in line 2");
  }

  @Test
  void aliasesAnchorsAndTagsAreTold() {
    assertThat(refused("scan: &a { tests: !!bool true, exclude: *a }"))
        .containsExactly(
            "1:7 &a names a value to be repeated",
            "1:19 the tag tag:yaml.org,2002:bool has no use here",
            "1:41 *a repeats what is elsewhere");
  }

  @Test
  void bombsAreRefusedAtOnce() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      laughs.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThat(refused(laughs.toString())).hasSizeGreaterThan(200);
          assertThat(refused("[".repeat(200_000)))
              .contains("1:33 more than 32 lists and mappings within each other");
          assertThat(refused("scan: {" + "a: {".repeat(50_000))).isNotEmpty();
          assertThat(refused("- ".repeat(100_000))).isNotEmpty();
          assertThat(refused("? ".repeat(100_000))).isNotEmpty();
          assertThat(refused("scan:\n  " + "x".repeat(200_000) + ": 1\n")).hasSize(1);
          assertThat(refused("x".repeat(TidemarkYaml.LARGEST + 1)))
              .containsExactly("1:1 this is larger than 262,144 bytes");
        });
  }
}
