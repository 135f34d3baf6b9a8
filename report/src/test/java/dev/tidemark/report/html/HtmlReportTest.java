package dev.tidemark.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.detect.Growth;
import dev.tidemark.detect.Points;
import dev.tidemark.detect.Site;
import dev.tidemark.diagnose.Case;
import dev.tidemark.diagnose.CaseGrowth;
import dev.tidemark.diagnose.Code;
import dev.tidemark.diagnose.CodeFinding;
import dev.tidemark.diagnose.GoroutineCount;
import dev.tidemark.diagnose.KnownShape;
import dev.tidemark.diagnose.Measure;
import dev.tidemark.diagnose.Observation;
import dev.tidemark.diagnose.PathGrowth;
import dev.tidemark.diagnose.Remainder;
import dev.tidemark.diagnose.Report;
import dev.tidemark.diagnose.Unreadable;
import dev.tidemark.diagnose.Verdict;
import dev.tidemark.diagnose.Window;
import dev.tidemark.profile.Frame;
import dev.tidemark.profile.frame.FrameOwners;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  /** Ends scripts and attributes, hides, turns text around, and is half a character. */
  static final String HOSTILE =
      "</script></style><img src=x onerror=alert(1)>\"'&amp;<!--\u2028\u2029\u202e\u200b\ud800]]>";

  @Test
  void aHostileNameIsTextWhereverItStands() {
    String page = page(hostile(), List.of(FlameGraph.of("heap", hostileTables().of(1), 0)));
    String plain = page(report("shop"), List.of(FlameGraph.of("heap", hostileTables().of(1), 0)));
    for (String markup : List.of("<script", "</script", "<style", "</style", "<img", "<!--")) {
      assertThat(count(page, markup)).as(markup).isEqualTo(count(plain, markup));
    }
    assertThat(page).contains("&lt;/script&gt;").doesNotContain("onerror=alert(1)>");
    assertThat(page).doesNotContain("\u2028", "\u2029", "\u202e", "\u200b");
    assertThat(new String(page.getBytes(UTF_8), UTF_8)).isEqualTo(page);
  }

  @Test
  void thePolicyAllowsItsOwnScriptAndStyleAndNothingElse() throws NoSuchAlgorithmException {
    String page = page(report("shop"), List.of());
    String policy = between(page, "Content-Security-Policy\" content=\"", "\">");
    assertThat(policy).startsWith("default-src &#39;none&#39;; script-src &#39;sha256-");
    assertThat(policy).doesNotContain("unsafe", "http", "*");
    assertThat(policy).contains(hash(between(page, "<style>", "</style>")));
    assertThat(policy).contains(hash(between(page, "<script>", "</script>")));
    assertThat(count(page, "<script>")).isOne();
  }

  @Test
  void nothingIsAskedForAndNothingIsHandledInline() {
    String page = page(report("shop"), List.of());
    Matcher links = Pattern.compile("(?:src|href)=\"([^\"#]*)").matcher(page);
    while (links.find()) {
      assertThat(links.group(1)).isIn("", "data:,");
    }
    assertThat(page)
        .doesNotContainPattern("<[^>]+ on[a-z]+=")
        .doesNotContainPattern("<[^>]+ style=");
    assertThat(page).doesNotContain("innerHTML", "eval(", "url(", "@import");
  }

  @Test
  void severalProcessesHaveAnIndexOfTheirVerdicts() {
    String page =
        HtmlReport.of(
            List.of(
                new Subject(report("first"), List.of()), new Subject(report("second"), List.of())),
            FrameOwners.withoutHint());
    assertThat(page).contains("2 processes").contains("href=\"#process-2\">second</a>");
    assertThat(count(page, "<article")).isEqualTo(2);
    assertThat(count(page, "<h1")).isOne();
    Matcher ids = Pattern.compile(" id=\"([^\"]+)\"").matcher(page);
    assertThat(ids.results().map(id -> id.group(1)).toList()).doesNotHaveDuplicates();
  }

  @Test
  void whatIsLeftOutIsSaid() {
    Tables tables = new Tables();
    int rows = FlameSection.MOST_PATHS + 10;
    long[] values = new long[rows];
    for (int i = 0; i < rows; i++) {
      tables.row("main", "call" + i);
      values[i] = i + 1;
    }
    String page = page(FlameGraph.of("heap", tables.of(values), 0));
    assertThat(page).containsPattern("[0-9,]+ call paths are drawn. [0-9,]+ more, each with less");
  }

  static String page(FlameGraph graph) {
    return page(report("shop"), List.of(graph));
  }

  private static String page(Report report, List<FlameGraph> graphs) {
    return HtmlReport.of(List.of(new Subject(report, graphs)), FrameOwners.withoutHint());
  }

  private static Tables hostileTables() {
    return new Tables().row("main", HOSTILE);
  }

  private static Report hostile() {
    return report(HOSTILE);
  }

  /** A report in which every text is {@code text}. */
  private static Report report(String text) {
    Points points = new Points(new long[] {1000, 2000, 3000}, new double[] {1, 2, 3});
    Growth growth = new Growth(1, 0.5, 2);
    Frame frame = new Frame(text, text, 7);
    Site site = new Site(frame, Site.Choice.OWN);
    return new Report(
        text,
        new Window(1000, 3000, 3),
        new Verdict.Leak(0.9, List.of(text), text),
        List.of(new Measure(text, Measure.Unit.BYTES, points, growth)),
        List.of(new Observation(text, text)),
        List.of(
            new Case(
                1,
                site,
                List.of(frame),
                new CaseGrowth.OfHeap(growth, growth),
                0.5,
                points,
                List.of(new KnownShape(text, text, text)),
                text,
                List.of(new CodeFinding(text, text, text, 1, text, text, text)))),
        List.of(new GoroutineCount(site, List.of(frame), 1, 2, growth, text, 3)),
        List.of(new PathGrowth(text, growth, 1, 2, growth, 1, 2)),
        new Remainder(2, growth, 3),
        List.of(new Unreadable(text, text)),
        new Code(text, 1, List.of(new CodeFinding(text, text, text, 2, text, text, text))));
  }

  private static int count(String page, String part) {
    return page.split(Pattern.quote(part), -1).length - 1;
  }

  private static String between(String page, String start, String end) {
    int from = page.indexOf(start) + start.length();
    return page.substring(from, page.indexOf(end, from));
  }

  private static String hash(String text) throws NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
