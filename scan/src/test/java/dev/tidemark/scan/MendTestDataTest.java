package dev.tidemark.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidemark.scan.mend.Edits;
import dev.tidemark.scan.mend.Mend;
import dev.tidemark.scan.mend.Mender;
import dev.tidemark.scan.mend.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Go files as they are and as they are once mended ({@code .golden}), one for each rule of which
 * findings are mended. What must be left alone is a function whose name begins with "leaves", and
 * says why at the end of the finding's line: {@code // left "regexp"}.
 */
class MendTestDataTest {
  private static final Path MENDS = Path.of("src/test/resources/mends");
  private static final Pattern LEFT = Pattern.compile("// left \"(.*)\"$");

  private static ShippedApi api;

  @BeforeAll
  static void readSummaries() throws IOException {
    api = ShippedApi.read();
  }

  static List<String> rules() {
    return Mender.rules().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void mendsWhatIsSafeAndNothingElse(String rule) throws IOException {
    String source = Files.readString(MENDS.resolve(rule + ".go"));
    Mender mender = Mender.of("/shop/shop.go", source.getBytes(UTF_8));
    ScanReport before = api.scan(source);
    List<Mend> mends =
        before.findings().stream()
            .filter(finding -> finding.rule().id().equals(rule))
            .map(mender::mend)
            .toList();
    assertThat(left(mends, source)).isEqualTo(leftInSource(source));
    List<Mend.Offered> offered =
        mends.stream()
            .filter(Mend.Offered.class::isInstance)
            .map(Mend.Offered.class::cast)
            .toList();
    assertThat(offered).isNotEmpty();

    String mended = mended(source, offered);
    Path golden = MENDS.resolve(rule + ".go.golden");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, mended);
    }
    assertThat(mended).isEqualTo(Files.readString(golden));
    assertThat(Proof.failures(before, api.scan(mended), offered)).isEmpty();
    assertThat(Mender.of("/shop/shop.go", mended.getBytes(UTF_8)))
        .as("nothing is mended twice")
        .satisfies(again ->
            assertThat(api.scan(mended).findings())
                .filteredOn(finding -> finding.rule().id().equals(rule))
                .allMatch(finding -> again.mend(finding) instanceof Mend.Left));
  }

  private static String mended(String source, List<Mend.Offered> offered) {
    return new String(
        Edits.of(Proof.byFile(offered).getOrDefault("/shop/shop.go", List.of()))
            .applied(source.getBytes(UTF_8)),
        UTF_8);
  }

  /** Reasons by line; in place of one that matches its pattern, the pattern. */
  private static Map<Integer, String> left(List<Mend> mends, String source) {
    Map<Integer, String> wanted = leftInSource(source);
    Map<Integer, String> left = new TreeMap<>();
    for (Mend mend : mends) {
      if (mend instanceof Mend.Left(Finding finding, String why)) {
        String pattern = wanted.getOrDefault(finding.span().line(), "nothing");
        boolean isWanted = Pattern.compile(pattern).matcher(why).find();
        left.put(finding.span().line(), isWanted ? pattern : why);
      }
    }
    return left;
  }

  private static Map<Integer, String> leftInSource(String source) {
    Map<Integer, String> left = new TreeMap<>();
    List<String> lines = source.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = LEFT.matcher(lines.get(i));
      if (matcher.find()) {
        left.put(i + 1, matcher.group(1));
      }
    }
    return left;
  }

  @Test
  void gofmtHasNothingToSayOfWhatIsMended() throws IOException, InterruptedException {
    List<Path> goldens;
    try (Stream<Path> files = Files.list(MENDS)) {
      goldens = files.filter(file -> file.toString().endsWith(".golden")).sorted().toList();
    }
    assertThat(goldens).hasSameSizeAs(Mender.rules());
    for (Path golden : goldens) {
      Process gofmt = gofmt(golden);
      assertThat(new String(gofmt.getInputStream().readAllBytes(), UTF_8))
          .isEqualTo(Files.readString(golden));
      assertThat(gofmt.waitFor()).isZero();
    }
    Files.createDirectories(Path.of("target"));
    Files.writeString(
        Path.of("target", "oracle-counts.txt"),
        "oracle gofmt comparisons %d%n".formatted(goldens.size()),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static Process gofmt(Path input) throws IOException {
    try {
      return new ProcessBuilder("gofmt")
          .redirectInput(input.toFile())
          .redirectErrorStream(true)
          .start();
    } catch (IOException missing) {
      assertThat(System.getenv("TIDEMARK_REQUIRE_ORACLES")).as("go is demanded").isNotEqualTo("1");
      assumeTrue(false, "no gofmt on the PATH: nothing to compare with");
      throw missing;
    }
  }
}
