package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.workspace.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept, and for how long. */
class CacheFolderTest {
  @TempDir private Path folder;

  @Test
  void whatWasUsedLastStays() throws IOException {
    CacheFolder cache = new CacheFolder(folder, 250);
    cache.put("a", new byte[100]);
    cache.put("b", new byte[100]);
    Files.setLastModifiedTime(folder.resolve("a.cache"), FileTime.from(Instant.EPOCH));
    Files.setLastModifiedTime(
        folder.resolve("b.cache"), FileTime.from(Instant.EPOCH.plusSeconds(1)));
    assertThat(cache.get("a")).isPresent();
    cache.put("c", new byte[100]);
    assertThat(cache.get("a")).isPresent();
    assertThat(cache.get("b")).isEmpty();
    assertThat(cache.size()).isEqualTo(200);
    assertThat(cache.clear()).isEqualTo(200);
    assertThat(cache.count()).isZero();
  }

  @Test
  void whatIsLargerThanAllOfItIsNotKept() throws IOException {
    CacheFolder cache = new CacheFolder(folder, 250);
    cache.put("a", new byte[100]);
    cache.put("b", new byte[251]);
    assertThat(cache.count()).isEqualTo(1);
  }

  @Test
  void severalMayWriteTheSame() {
    CacheFolder cache = new CacheFolder(folder, 1 << 20);
    IntStream.range(0, 64)
        .parallel()
        .forEach(i -> {
          byte[] bytes = new byte[10_000];
          Arrays.fill(bytes, (byte) i);
          cache.put("same", bytes);
          byte[] read = cache.get("same").orElseThrow();
          assertThat(read).hasSize(10_000).containsOnly(read[0]);
        });
    assertThat(folder.toFile().list()).containsExactly("same.cache");
  }

  @Test
  void whatCannotBeWrittenIsNoError() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    CacheFolder cache = new CacheFolder(file.resolve("below"), 250);
    cache.put("a", new byte[1]);
    assertThat(cache.get("a")).isEmpty();
    assertThat(cache.size()).isZero();
  }

  @Test
  void userMaySayWhereCachesAre() {
    assertThat(CacheFolder.ofUser(Map.of("XDG_CACHE_HOME", "/var/c")))
        .hasToString("/var/c/tidemark");
    assertThat(CacheFolder.ofUser(Map.of("HOME", "/home/me")))
        .hasToString("/home/me/.cache/tidemark");
  }
}
