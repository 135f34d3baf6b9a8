package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.collect.EvidenceBuilder;
import dev.tidemark.collect.FileSources;
import dev.tidemark.collect.Unusable;
import dev.tidemark.detect.Sites;
import dev.tidemark.diagnose.Case;
import dev.tidemark.diagnose.Diagnosis;
import dev.tidemark.diagnose.Report;
import dev.tidemark.diagnose.Verdict;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every recorded run is judged as its truth file says, or not at all where that is allowed. */
class RecordedRunsTest {
  private static final Path CAPTURES = Path.of(System.getProperty("tidemark.captures", "captures"));

  /** Leaks of less than three samples in the whole run: no profile of it can name their site. */
  private static final Set<String> BELOW_THEIR_OWN_NOISE = Set.of("headerslice");

  @TestFactory
  Stream<DynamicTest> everyRun() throws IOException {
    List<Path> truths = truths();
    assertThat(truths).as("recorded runs in " + CAPTURES).hasSizeGreaterThan(40);
    return truths.stream()
        .map(truth ->
            DynamicTest.dynamicTest(
                CAPTURES.relativize(truth.getParent()).toString(), () -> judge(truth)));
  }

  /** Abstaining is allowed on a single calm run, not on all of them. */
  @Test
  void mostCalmRunsAreCalledSteady() throws IOException, Unusable {
    int calm = 0;
    int steady = 0;
    for (Path truthFile : truths()) {
      JsonNode truth = JsonMapper.shared().readTree(Files.readString(truthFile));
      if (truth.get("verdict").stringValue().equals("steady")) {
        calm++;
        Verdict verdict = report(truthFile.resolveSibling("")).verdict();
        steady += verdict instanceof Verdict.Steady ? 1 : 0;
      }
    }
    assertThat(steady).as("steady of %d", calm).isGreaterThanOrEqualTo(calm * 2 / 3);
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
    switch (expected) {
      case "leak", "goroutine-leak", "outside-heap" -> {
        assertThat(report.verdict().kind()).isEqualTo(expected);
        assertThat(report.verdict().confidence()).isGreaterThanOrEqualTo(0.9);
        guiltyStandsFirst(truth, report);
      }
      case "steady" -> assertThat(report.verdict().kind()).isIn("steady", "inconclusive");
      default -> assertThat(report.verdict().kind()).isIn(expected, "inconclusive");
    }
    if (report.verdict() instanceof Verdict.Inconclusive unsure) {
      assertThat(unsure.confidence()).isLessThanOrEqualTo(0.5);
      assertThat(unsure.next()).isNotEmpty();
    }
  }

  private static void guiltyStandsFirst(JsonNode truth, Report report) {
    List<String> guilty = new ArrayList<>();
    truth.get("sites").forEach(site -> guilty.add(site.get("function").stringValue()));
    if (guilty.isEmpty()) {
      return;
    }
    List<String> named =
        report.cases().stream().map(Case::site).map(site -> site.frame().function()).toList();
    if (BELOW_THEIR_OWN_NOISE.contains(truth.get("scenario").stringValue())) {
      assertThat(named).as("suspects").containsAnyElementsOf(guilty);
    } else {
      assertThat(named.getFirst()).as("first suspect").isIn(guilty);
    }
  }

  private static Report report(Path directory) throws Unusable {
    EvidenceBuilder builder = new EvidenceBuilder(Limits.DEFAULT, profile -> profile);
    new FileSources(Limits.DEFAULT, () -> builder)
        .read(List.of(directory.toString()), InputStream.nullInputStream());
    return new Diagnosis(new Sites(FrameOwners.withoutHint()))
        .report(builder.evidence(directory.toString()));
  }
}
