package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.collect.EvidenceBuilder;
import dev.tidemark.collect.FileSources;
import dev.tidemark.collect.Unusable;
import dev.tidemark.detect.Sites;
import dev.tidemark.diagnose.Case;
import dev.tidemark.diagnose.Diagnosis;
import dev.tidemark.diagnose.KnownShape;
import dev.tidemark.diagnose.Report;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.frame.FrameOwners;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What leaks in a recorded run has the right shape, where the stacks tell it, and no wrong one. */
class RecordedShapesTest {
  private static final Path CAPTURES = Path.of(System.getProperty("tidemark.captures", "captures"));

  @ParameterizedTest
  @CsvSource({
    "bigbuffer, kept-buffer, bigbuffer.(*Uploads).Receive",
    "blockedfinalizer, stuck-finalizers, blockedfinalizer.(*Label).giveBack",
    "blockedsend, blocked-send, blockedsend.QuoteOf.func1",
    "clientbody, unclosed-body, resp.Body.Close()",
    "contextglobal, kept-request, contextglobal.MountLeaking.AuditLog.func1",
    "headerslice, kept-request, strings.Clone",
    "ignoredcontext, endless-loop, ignoredcontext.(*Tracker).Follow",
    "iterpull, pull-without-stop, stop()",
    "losttimeout, lost-cancel, losttimeout.(*Trail).Audit",
    "metriclabel, metric-labels, metriclabel.MeasurePerUser.func1",
    "pipereader, abandoned-pipe, pipereader.Stream.func1",
    "tickerperrequest, kept-timer, tickerperrequest.AskAll",
    "timeafterloop, kept-timer, timeafterloop.(*Indexer).Run",
  })
  void whatLeaksHasItsShape(String scenario, String shape, String named) throws Unusable {
    Case first = report(scenario + "/leaking").cases().getFirst();
    assertThat(first.shapes()).extracting(KnownShape::name).containsExactly(shape);
    assertThat(first.shapes().getFirst().fix()).contains(named).hasSizeLessThanOrEqualTo(140);
  }

  /** A sample in 512 KiB leaves out who keeps what: then it is said where to look. */
  @ParameterizedTest
  @CsvSource({
    "ctxafterfunc, ctxafterfunc.PriceOf",
    "finalizercycle, finalizercycle.Borrow",
    "lostcancel, lostcancel.(*Exports).Start",
    "poolnoreset, a *Batch that lives on and is not emptied",
    "timeafterfunc, timeafterfunc.(*Stock).Reserve",
    "usercache, usercache.(*Profiles).Get",
  })
  void whereNothingTellsTheKeeperTheHintSaysWhereToLook(String scenario, String named)
      throws Unusable {
    Case first = report(scenario + "/leaking").cases().getFirst();
    assertThat(first.shapes()).isEmpty();
    assertThat(first.hint()).startsWith("nothing shows who keeps it: ").contains(named);
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void whatDoesNotLeakHasNoShape(String run) throws Unusable {
    assertThat(report(run).cases()).allSatisfy(each -> assertThat(each.shapes()).isEmpty());
  }

  static List<String> harmless() throws IOException {
    try (Stream<Path> walk = Files.walk(CAPTURES)) {
      List<Path> truths = walk.filter(path -> path.endsWith("truth.json")).sorted().toList();
      return truths.stream()
          .filter(RecordedShapesTest::isHarmless)
          .map(truth -> CAPTURES.relativize(truth.resolveSibling("")).toString())
          .toList();
    }
  }

  @Test
  void goroutinesAreSaidToBeStartedWhereTheDumpHasIt() throws Unusable {
    assertThat(report("blockedsend/leaking").cases().getFirst().hint())
        .isEqualTo(
            "waiting: chan send, up to 2 min; started by blockedsend.QuoteOf at leaking.go:25");
  }

  private static boolean isHarmless(Path truthFile) {
    try {
      String verdict =
          JsonMapper.shared().readTree(Files.readString(truthFile)).get("verdict").stringValue();
      return !List.of("leak", "goroutine-leak", "outside-heap").contains(verdict);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Report report(String run) throws Unusable {
    EvidenceBuilder builder = new EvidenceBuilder(Limits.DEFAULT, profile -> profile);
    String directory = CAPTURES.resolve(run).toString();
    new FileSources(Limits.DEFAULT, () -> builder)
        .read(List.of(directory), InputStream.nullInputStream());
    return new Diagnosis(new Sites(FrameOwners.withoutHint())).report(builder.evidence(directory));
  }
}
