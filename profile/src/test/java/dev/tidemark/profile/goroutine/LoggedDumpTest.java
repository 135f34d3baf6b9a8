package dev.tidemark.profile.goroutine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.SampleFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** A dump says the same behind whatever a log puts before its lines. */
class LoggedDumpTest {
  private static final String DUMP =
      new String(SampleFiles.read("goroutine-debug2.txt"), StandardCharsets.UTF_8);

  private static String behind(IntFunction<String> prefix) {
    StringBuilder log = new StringBuilder();
    List<String> lines = DUMP.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      log.append(prefix.apply(i)).append(lines.get(i)).append('\n');
    }
    return log.toString();
  }

  private static GoroutineDump read(String log) throws MalformedProfileException {
    return GoroutineDump.parse(log.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
  }

  private static GoroutineDump assertSame(String log) throws MalformedProfileException {
    GoroutineDump dump = read(log);
    assertThat(dump.groups()).isEqualTo(read(DUMP).groups());
    assertThat(dump.creator()).isEqualTo(read(DUMP).creator());
    return dump;
  }

  private static String clock(int line) {
    return "%02d:%02d:%02d.%09d".formatted(line / 3600 % 24, line / 60 % 60, line % 60, line * 977);
  }

  @Test
  void kubernetes() throws MalformedProfileException {
    GoroutineDump dump = assertSame(behind(i -> "2026-11-24T" + clock(i) + "Z stderr F "));
    assertThat(dump.notes().skippedLines()).isZero();
  }

  @Test
  void kubectlWithPodNames() throws MalformedProfileException {
    assertSame(behind(i -> "[pod/shop-7d4b9c-x2x/shop] 2026-11-24T" + clock(i) + "+01:00 "));
  }

  @Test
  void journald() throws MalformedProfileException {
    assertSame(
        behind(i ->
            (i < 40 ? "Nov  9 " : "Nov 10 ") + clock(i).substring(0, 8) + " host shop[1234]: "));
  }

  @Test
  void syslogWithEscapedTabs() throws MalformedProfileException {
    assertSame(behind(i -> "Nov 24 02:48:58 host shop[1234]: ").replace("\t", "#011"));
  }

  @Test
  void composeBesideAnotherService() throws MalformedProfileException {
    String log = behind(i -> "web-1  | ");
    String mixed =
        log.lines()
            .map(line -> line + "\nweb-2  | main.other(0x1)\ndb-1   | 2026 checkpoint\n")
            .reduce("", String::concat);
    GoroutineDump dump = assertSame(mixed);
    assertThat(dump.notes().skippedLines()).isGreaterThan(100);
  }

  @Test
  void trimmedLinesAndWindowsLineEnds() throws MalformedProfileException {
    assertSame(
        behind(i -> "web-1  | ")
            .lines()
            .map(line -> line.stripTrailing() + "\r\n")
            .reduce("", String::concat));
  }

  @Test
  void linesOfTheProgramItselfBetween() throws MalformedProfileException {
    String mixed =
        DUMP.lines()
            .map(line -> line.isEmpty() ? line : line + "\n2026/11/24 02:48:58 GET /cart (12 ms)")
            .reduce("", (log, line) -> log + line + "\n");
    assertThat(assertSame(mixed).notes().skippedLines()).isGreaterThan(100);
  }

  @Test
  void textBeforeAndAfter() throws MalformedProfileException {
    assertSame("starting up\npanic: oh\n\n" + DUMP + "\nrax    0x0\nrbx    0x1\nexit status 2\n");
  }

  @Test
  void aPrefixOnTheFirstLineOnly() throws MalformedProfileException {
    GoroutineDump dump = assertSame("2026/11/24 02:48:58 panic recovered: " + DUMP);
    assertThat(dump.notes().skippedLines()).isZero();
  }

  @Test
  void oneDumpBehindAnother() throws MalformedProfileException {
    String both = DUMP + "\nNov 24 02:48:58 restarted\n" + behind(i -> "web-1  | ") + "\n" + DUMP;
    assertThat(read(both).count()).isEqualTo(read(DUMP).count());
    assertThat(read(both).notes().earlierDumps()).isEqualTo(2);
    assertThat(read(both).stacks()).usingRecursiveComparison().isEqualTo(read(DUMP).stacks());
  }
}
