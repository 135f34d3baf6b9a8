package dev.tidemark.report.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.scan.Span;
import dev.tidemark.scan.mend.Edit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
  private static String lines(int count, String end) {
    return IntStream.rangeClosed(1, count)
        .mapToObj("l%d"::formatted)
        .collect(Collectors.joining(end, "", end));
  }

  private static Edit before(String source, int line, String text) {
    return edit(source, line, 1, 1, text);
  }

  private static Edit edit(String source, int line, int column, int endColumn, String text) {
    int start =
        Arrays.stream(source.split("(?<=\n)")).limit(line - 1).mapToInt(String::length).sum();
    Span span = new Span("/a.go", line, column, line, endColumn);
    return new Edit("/a.go", start + column - 1, start + endColumn - 1, text, span);
  }

  private static String diff(String source, Edit... edits) {
    return UnifiedDiff.of("a.go", source.getBytes(UTF_8), List.of(edits));
  }

  @Test
  void addedLinesHaveThreeAround() {
    String source = lines(9, "\n");
    assertThat(diff(source, before(source, 5, "new\n")))
        .isEqualTo(
            """
            --- a/a.go
            +++ b/a.go
            @@ -2,6 +2,7 @@
             l2
             l3
             l4
            +new
             l5
             l6
             l7
            """);
  }

  @Test
  void changesThatAreNearAreOneHunkAndOthersAreTheirOwn() {
    String source = lines(20, "\n");
    String diff =
        diff(
            source,
            before(source, 2, "new\n"),
            edit(source, 2, 1, 2, "L"),
            edit(source, 5, 2, 3, ""),
            before(source, 16, "new\n"));
    assertThat(diff)
        .isEqualTo(
            """
            --- a/a.go
            +++ b/a.go
            @@ -1,8 +1,9 @@
             l1
            -l2
            +new
            +L2
             l3
             l4
            -l5
            +l
             l6
             l7
             l8
            @@ -13,6 +14,7 @@
             l13
             l14
             l15
            +new
             l16
             l17
             l18
            """);
  }

  @Test
  void lastLineWithoutEndIsSaidToBeOne() {
    assertThat(diff("a\nb", before("a\nb", 2, "new\n")))
        .endsWith(" a\n+new\n b\n\\ No newline at end of file\n");
  }

  @Test
  void endsOfLinesStay() {
    assertThat(diff("a\r\nb\r\n", before("a\r\nb\r\n", 2, "new\r\n")))
        .endsWith("@@ -1,2 +1,3 @@\n a\r\n+new\r\n b\r\n");
  }

  @Test
  void namesWithSpacesEndWithATab() {
    assertThat(UnifiedDiff.of("a b.go", "x\n".getBytes(UTF_8), List.of(before("x\n", 1, "y\n"))))
        .startsWith("--- a/a b.go\t\n+++ b/a b.go\t\n");
  }
}
