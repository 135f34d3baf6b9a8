package dev.tidemark.profile.text;

import static dev.tidemark.profile.SampleFiles.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.SampleFiles;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureFormTest {
  @ParameterizedTest
  @CsvSource({
    "heap-debug1.txt, HEAP_TEXT",
    "allocs-debug1.txt, HEAP_TEXT",
    "goroutine-debug1.txt, GOROUTINE_TEXT",
    "threadcreate-debug1.txt, COUNT_TEXT",
    "block-debug1.txt, CONTENTION_TEXT",
    "mutex-debug1.txt, CONTENTION_TEXT",
    "goroutine-debug2.txt, GOROUTINE_DUMP",
    "sigquit.txt, GOROUTINE_DUMP",
    "panic.txt, GOROUTINE_DUMP",
    "deadlock.txt, GOROUTINE_DUMP",
    "gctrace.txt, GC_TRACE",
  })
  void contentTellsTheForm(String sample, CaptureForm form) {
    assertThat(CaptureForm.of(SampleFiles.read(sample))).isEqualTo(form);
  }

  @Test
  void binaryIsToldFromTextByItsFields() {
    assertThat(CaptureForm.of(HexFormat.of().parseHex("1f8b0800"))).isEqualTo(CaptureForm.PPROF);
    assertThat(CaptureForm.of(HexFormat.of().parseHex("0a040801100212040a020102")))
        .isEqualTo(CaptureForm.PPROF);
    assertThat(CaptureForm.of(bytes("\n\nhello world, this is text\n")))
        .isEqualTo(CaptureForm.UNKNOWN);
    assertThat(CaptureForm.of(new byte[0])).isEqualTo(CaptureForm.UNKNOWN);
    assertThat(CaptureForm.of(bytes("func main() {}\n"))).isEqualTo(CaptureForm.UNKNOWN);
  }

  @Test
  void metricsAreToldWithAndWithoutComments() {
    assertThat(CaptureForm.of(bytes("# HELP go_goroutines x\n# TYPE go_goroutines gauge\n")))
        .isEqualTo(CaptureForm.METRICS);
    assertThat(CaptureForm.of(bytes("go_goroutines 12\nhttp_total{a=\"b c\"} 3 1795488840\ncut")))
        .isEqualTo(CaptureForm.METRICS);
    assertThat(CaptureForm.of(bytes("hello 12\nworld\n"))).isEqualTo(CaptureForm.UNKNOWN);
  }

  @Test
  void aDumpMayComeAfterALog() {
    String log = "2026/11/24 GET /cart (12 ms)\n".repeat(2000);
    assertThat(CaptureForm.of(bytes(log + "x: goroutine 1 [running]:\n")))
        .isEqualTo(CaptureForm.GOROUTINE_DUMP);
    assertThat(CaptureForm.of(bytes(log))).isEqualTo(CaptureForm.UNKNOWN);
  }
}
