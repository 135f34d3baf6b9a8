package dev.tidemark.profile.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.Label;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.SampleFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextCountsTest {
  @Test
  void goroutinesAreCountedByStackAndLabels() throws MalformedProfileException {
    TextCounts counts = TextCounts.parse(SampleFiles.read("goroutine-debug1.txt"), Limits.DEFAULT);
    assertThat(counts.name()).isEqualTo("goroutine");
    assertThat(counts.total())
        .isEqualTo(counts.rows().stream().mapToLong(TextCounts.Row::count).sum());
    TextCounts.Row first = counts.rows().getFirst();
    assertThat(first.count()).isEqualTo(5);
    assertThat(first.labels())
        .isEqualTo(
            List.of(new Label.Text("route", "/cart"), new Label.Text("tenant", "acme \"one\"")));
    assertThat(first.addresses()).hasSize(7);
    assertThat(first.frames())
        .first()
        .isEqualTo(
            new Frame(
                "github.com/acme/shop/middleware.(*Auditor[...]).Send.func1.2",
                "github.com/acme/shop/middleware/audit.go",
                34));
    assertThat(counts.rows().get(1).labels()).isEmpty();
  }

  @Test
  void contentionsTellTheirKindAndClock() throws MalformedProfileException {
    TextContentions block =
        TextContentions.parse(SampleFiles.read("block-debug1.txt"), Limits.DEFAULT);
    TextContentions mutex =
        TextContentions.parse(SampleFiles.read("mutex-debug1.txt"), Limits.DEFAULT);
    assertThat(block.mutex()).isFalse();
    assertThat(mutex.mutex()).isTrue();
    assertThat(mutex.cyclesPerSecond()).isEqualTo(2_596_133_477L);
    assertThat(block.rows().getFirst().contentions()).isEqualTo(196);
    assertThat(block.rows().getFirst().delayNanos()).isBetween(554_000_000L, 555_000_000L);
    assertThat(block.rows().getFirst().frames().getFirst().function())
        .isEqualTo("sync.(*Mutex).Lock");
  }
}
