package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.collect.EvidenceBuilder;
import dev.tidemark.collect.FileSources;
import dev.tidemark.collect.Unusable;
import dev.tidemark.detect.Sites;
import dev.tidemark.diagnose.Case;
import dev.tidemark.diagnose.Diagnosis;
import dev.tidemark.diagnose.Report;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.frame.FrameOwners;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every recorded run has the verdict of its truth file, and what leaks there stands first. */
class RecordedRunsTest {
  private static final Path CAPTURES = Path.of(System.getProperty("tidemark.captures", "captures"));

  @TestFactory
  Stream<DynamicTest> everyRun() throws IOException {
    List<Path> truths = truths();
    assertThat(truths).as("recorded runs in " + CAPTURES).hasSizeGreaterThan(40);
    return truths.stream()
        .map(truth ->
            DynamicTest.dynamicTest(
                CAPTURES.relativize(truth.getParent()).toString(), () -> judge(truth)));
  }

  private static List<Path> truths() throws IOException {
    try (Stream<Path> walk = Files.walk(CAPTURES)) {
      return walk.filter(path -> path.endsWith("truth.json")).sorted().toList();
    }
  }

  private static void judge(Path truthFile) throws IOException, Unusable {
    JsonNode truth = JsonMapper.shared().readTree(Files.readString(truthFile));
    Report report = report(truthFile.resolveSibling(""));
    String expected = truth.get("verdict").stringValue();
    assertThat(report.unreadable()).isEmpty();
    assertThat(report.verdict().kind())
        .as(() -> String.join("; ", report.verdict().reasons()))
        .isEqualTo(expected);
    assertThat(report.verdict().confidence()).isGreaterThanOrEqualTo(0.8);
    if (Set.of("leak", "goroutine-leak").contains(expected)) {
      guiltyStandsFirst(truth, report);
    }
  }

  private static void guiltyStandsFirst(JsonNode truth, Report report) {
    List<String> guilty = new ArrayList<>();
    truth.get("sites").forEach(site -> guilty.add(site.get("function").stringValue()));
    List<String> named =
        report.cases().stream().map(Case::site).map(site -> site.frame().function()).toList();
    assertThat(named.getFirst()).as("first suspect").isIn(guilty);
  }

  static Report report(Path directory) throws Unusable {
    EvidenceBuilder builder = new EvidenceBuilder(Limits.DEFAULT, profile -> profile);
    new FileSources(Limits.DEFAULT, () -> builder)
        .read(List.of(directory.toString()), InputStream.nullInputStream());
    return new Diagnosis(new Sites(FrameOwners.withoutHint()))
        .report(builder.evidence(directory.toString()));
  }
}
