package dev.tidemark.profile.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.Mutator;
import dev.tidemark.profile.SampleFiles;
import dev.tidemark.profile.frame.FunctionName;
import dev.tidemark.profile.goroutine.GoroutineDump;
import dev.tidemark.profile.goroutine.GoroutineGroup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damaged input of every text form ends in a result or in the typed error. */
class MutationTest {
  private static final Limits LIMITS = new Limits(1 << 20, 1 << 20, 10_000, 1_000);

  @FunctionalInterface
  private interface Reader {
    int read(byte[] bytes) throws MalformedProfileException;
  }

  private enum Form {
    HEAP("heap-debug1.txt", bytes -> TextHeap.parse(bytes, LIMITS).samples().size()),
    COUNTS("goroutine-debug1.txt", bytes -> TextCounts.parse(bytes, LIMITS).rows().size()),
    CONTENTIONS("block-debug1.txt", bytes -> TextContentions.parse(bytes, LIMITS).rows().size()),
    GC_TRACE("gctrace.txt", bytes -> GcTrace.parse(bytes, LIMITS).collections().size()),
    DUMP("goroutine-debug2.txt", MutationTest::groups),
    QUIT_SIGNAL("sigquit.txt", MutationTest::groups),
    LOGGED_DUMP("goroutine-debug2.txt", MutationTest::groups),
    FORM("heap-debug1.txt", bytes -> CaptureForm.of(bytes).ordinal()),
    FUNCTION_NAMES("goroutine-debug2.txt", MutationTest::names);

    private final String sample;
    private final Reader reader;

    Form(String sample, Reader reader) {
      this.sample = sample;
      this.reader = reader;
    }

    byte[] seed() {
      int size = this == LOGGED_DUMP || this == FUNCTION_NAMES ? 1_500 : 2_500;
      byte[] head = SampleFiles.head(sample, size);
      if (this != LOGGED_DUMP) {
        return withTrailer(head);
      }
      String text = new String(head, StandardCharsets.UTF_8);
      return SampleFiles.bytes(
          text.replace("\n", "\n2026-11-24T02:48:58.123Z stderr F ")
              .replaceFirst("^", "Nov 24 host x[1]: "));
    }

    /** A heap's memory statistics stand at its end. */
    private byte[] withTrailer(byte[] head) {
      if (this != HEAP) {
        return head;
      }
      String whole = new String(SampleFiles.read(sample), StandardCharsets.UTF_8);
      String trailer = whole.substring(whole.indexOf("# runtime.MemStats"));
      String rows = new String(head, 0, 1_300, StandardCharsets.UTF_8);
      return SampleFiles.bytes(
          rows.substring(0, rows.lastIndexOf("\n\n") + 2) + trailer.substring(0, 700));
    }
  }

  private static int groups(byte[] bytes) throws MalformedProfileException {
    GoroutineDump dump = GoroutineDump.parse(bytes, LIMITS);
    int count = dump.groups().stream().mapToInt(GoroutineGroup::count).sum();
    assertThat(count).isEqualTo(dump.count());
    dump.stacks().frames().forEach(frame -> assertThat(frame.line()).isNotNegative());
    return count;
  }

  private static int names(byte[] bytes) {
    int length = 0;
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
      FunctionName name = FunctionName.parse(line);
      length += name.normalized().length() + name.shortName().length();
    }
    return length;
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void damageEndsInAResultOrInTheTypedError(Form form) {
    byte[] seed = form.seed();
    assertThat(seed).hasSizeLessThanOrEqualTo(8 << 10);
    assertThatCode(() -> form.reader.read(seed)).doesNotThrowAnyException();
    assertTimeoutPreemptively(
        Duration.ofSeconds(60L + Mutator.rounds() / 500),
        () -> {
          int read = 0;
          int refused = 0;
          for (int round = 0; round < Mutator.rounds(); round++) {
            byte[] mutated = new Mutator(round).text(seed);
            try {
              form.reader.read(mutated);
              read++;
            } catch (MalformedProfileException expected) {
              refused++;
              assertThat(expected.offset()).isBetween(0L, (long) mutated.length);
            } catch (RuntimeException | Error bug) {
              throw new AssertionError(form + ", seed " + round, bug);
            }
          }
          assertThat(read + refused).isEqualTo(Mutator.rounds());
          assertThat(read).isPositive();
        });
  }
}
