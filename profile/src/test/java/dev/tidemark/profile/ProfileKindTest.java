package dev.tidemark.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.oracle.CaptureFiles;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileKindTest {
  @ParameterizedTest
  @CsvSource({
    "shapes-block.pb.gz,           BLOCK",
    "shapes-cpu-2s.pb.gz,          CPU",
    "shapes-custom-baskets.pb.gz,  CUSTOM",
    "shapes-goroutine.pb.gz,       GOROUTINE",
    "shapes-goroutineleak.pb.gz,   GOROUTINE_LEAK",
    "shapes-heap-names.pb.gz,      HEAP",
    // A mutex profile names nothing that a block profile does not.
    "shapes-mutex.pb.gz,           BLOCK",
    "shapes-threadcreate.pb.gz,    THREAD_CREATE",
    "shop-allocs.pb.gz,            ALLOCS",
    "shop-cpu-2s.pb.gz,            CPU",
    "shop-heap-delta-5s.pb.gz,     HEAP",
    "shop-heap-first.pb.gz,        HEAP",
    "shop-heap-second.pb.gz,       HEAP",
    "shop-heap-uncompressed.pb,    HEAP",
    "shop-heap-concatenated.pb.gz, HEAP"
  })
  void aProfileTellsItsKind(String capture, ProfileKind kind) {
    assertThat(CaptureFiles.read(CaptureFiles.format(capture)).kind()).isEqualTo(kind);
  }

  @Test
  void noCaptureIsLeftOut() {
    assertThat(CaptureFiles.formats()).hasSize(15);
  }

  @Test
  void onlyTheProfileOverFiveSecondsIsADifference() {
    Map<Boolean, List<String>> byDifference =
        CaptureFiles.formats().stream()
            .collect(
                Collectors.partitioningBy(
                    file -> CaptureFiles.read(file).isDifference(),
                    Collectors.mapping(
                        file -> file.getFileName().toString(), Collectors.toList())));
    assertThat(byDifference.get(true)).containsExactly("shop-heap-delta-5s.pb.gz");
  }

  @Test
  void valuesBelowZeroMakeADifference() {
    assertThat(Profiles.heap().stack("main", 5).build().isDifference()).isFalse();
    assertThat(Profiles.heap().stack("main", 5).stack("f", -1).build().isDifference()).isTrue();
  }
}
