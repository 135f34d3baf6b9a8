package dev.tidemark.profile.text;

import static dev.tidemark.profile.SampleFiles.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.SampleFiles;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TextHeapTest {
  private static TextHeap heap(String text) throws MalformedProfileException {
    return TextHeap.parse(bytes(text), Limits.DEFAULT);
  }

  @Test
  void theHeadersRateIsTwiceTheSamplingPeriod() throws MalformedProfileException {
    assertThat(TextHeap.parse(SampleFiles.read("heap-debug1.txt"), Limits.DEFAULT).samplingPeriod())
        .isEqualTo(4096);
    assertThat(heap("heap profile: 0: 0 [0: 0] @ heap/1048576\n").samplingPeriod())
        .isEqualTo(524288);
    assertThat(heap("heap profile: 0: 0 [0: 0] @ heap_v2/524288\n").samplingPeriod())
        .isEqualTo(524288);
    assertThat(heap("heap profile: 0: 0 [0: 0] @ heapprofile\n").samplingPeriod()).isEqualTo(1);
  }

  @Test
  void aSampledObjectStandsForThoseThatWereNot() throws MalformedProfileException {
    HeapSample sample =
        heap("""
        heap profile: 1: 524288 [3: 48] @ heap/1048576
        1: 524288 [3: 48] @ 0x1f 0x2f
        #	0x1e	main.keep+0xe		/app/main.go:103
        #	0x2e
        """)
            .samples()
            .getFirst();
    // 1/(1 - 1/e) of 524,288 bytes, and 1/(1 - e^(-16/524288)) of three objects of 16.
    assertThat(sample.inuseObjects()).isEqualTo(1);
    assertThat(sample.inuseBytes()).isEqualTo(829411);
    assertThat(sample.allocObjects()).isEqualTo(98305);
    assertThat(sample.allocBytes()).isEqualTo(1572888);
    assertThat(sample.blockSize()).isEqualTo(524288);
    assertThat(sample.addresses()).containsExactly(0x1f, 0x2f);
    assertThat(sample.frames())
        .containsExactly(new Frame("main.keep", "/app/main.go", 103), new Frame("0x2e", "", 0));
  }

  @Test
  void withARateOfOneEveryAllocationIsThere() throws MalformedProfileException {
    HeapSample sample =
        heap("heap profile: 1: 8 [3: 48] @ heap/2\n1: 8 [3: 48] @ 0x1f\n").samples().getFirst();
    assertThat(sample.inuseBytes()).isEqualTo(8);
    assertThat(sample.allocObjects()).isEqualTo(3);
  }

  @Test
  void theTrailerIsTypedAndItsPausesAreLeftOut() throws MalformedProfileException {
    MemStats stats = TextHeap.parse(SampleFiles.read("heap-debug1.txt"), Limits.DEFAULT).memStats();
    for (MemStat stat : MemStat.values()) {
      assertThat(stats.of(stat)).as(stat.field()).isPresent();
    }
    assertThat(stats.of(MemStat.NUM_GC)).hasValue(2);
    assertThat(stats.of(MemStat.NUM_FORCED_GC)).hasValue(1);
    assertThat(stats.of(MemStat.STACK_INUSE)).hasValue(589824);
    assertThat(stats.of(MemStat.LAST_GC).orElseThrow()).isGreaterThan(1_795_000_000_000_000_000L);
    assertThat(stats.shareOfCpu())
        .hasValueCloseTo(0.0031, org.assertj.core.data.Offset.offset(1e-4));
    assertThat(heap("heap profile: 0: 0 [0: 0] @ heap/2\n").memStats()).isEqualTo(MemStats.NONE);
    assertThat(MemStats.NONE.of(MemStat.MAX_RSS)).isEqualTo(OptionalLong.empty());
  }

  @Test
  void framesAreThoseOfTheServiceBelowTheRuntimes() throws MalformedProfileException {
    List<HeapSample> samples =
        TextHeap.parse(SampleFiles.read("heap-debug1.txt"), Limits.DEFAULT).samples();
    assertThat(samples).hasSizeGreaterThan(30).allMatch(sample -> !sample.frames().isEmpty());
    assertThat(samples)
        .anyMatch(sample ->
            sample
                .frames()
                .getFirst()
                .equals(new Frame("main.keep", "github.com/acme/shop/main.go", 103)));
  }
}
