package dev.tidemark.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.goroutine.GoroutineDump;
import dev.tidemark.profile.text.GcTrace;
import dev.tidemark.profile.text.TextContentions;
import dev.tidemark.profile.text.TextCounts;
import dev.tidemark.profile.text.TextHeap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What a person reads about a broken text file: golden, {@code mvn -Dgolden.update=true} writes it
 * anew.
 */
class MessagesTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/dev/tidemark/profile/text-messages.txt");

  @FunctionalInterface
  private interface Reader {
    Object read(byte[] bytes, Limits limits) throws MalformedProfileException;
  }

  private final StringBuilder messages = new StringBuilder();

  private void broken(String text, Reader reader) {
    messages.append("« ").append(text.replace("\n", "⏎").replace("\t", "⇥")).append('\n');
    try {
      messages
          .append("  ")
          .append(reader.read(SampleFiles.bytes(text), Limits.DEFAULT))
          .append('\n');
    } catch (MalformedProfileException expected) {
      messages.append("  ").append(expected.getMessage()).append('\n');
    }
  }

  @Test
  void everyMessageSaysWhatWasExpectedAndWhere() throws IOException {
    String heap = "heap profile: 1: 8 [3: 48] @ heap/1024\n";
    broken("", TextHeap::parse);
    broken("hello\n", TextHeap::parse);
    broken("heap profile: x: 8 [3: 48] @ heap/1024\n", TextHeap::parse);
    broken("heap profile: 1: 8 [3: 48] @ growthz\n", TextHeap::parse);
    broken("heap profile: 1: 8 [3: 48] @ heap/lots\n", TextHeap::parse);
    broken(heap + "0: 8 [3: 48] @ 0x1\n", TextHeap::parse);
    broken(heap + "1: 8 (3: 48) @ 0x1\n", TextHeap::parse);
    broken(heap + "1: 99999999999999999999 [3: 48] @ 0x1\n", TextHeap::parse);
    broken(heap + "1: 8 [3: 48] @ 0x1 0xfffffffffffffffff\n", TextHeap::parse);
    broken(heap + "#\t0x1\tmain.main+0x1\t/main.go:1\n", TextHeap::parse);
    broken(heap + "# runtime.MemStats\n# HeapAlloc = much\n", TextHeap::parse);
    broken(heap + "# runtime.MemStats\n# Stack = 7\n", TextHeap::parse);
    broken(heap + "# runtime.MemStats\n# GCCPUFraction = half\n", TextHeap::parse);
    broken("goroutine 1 [running]:\n", TextCounts::parse);
    broken("goroutine profile: total many\n", TextCounts::parse);
    broken("goroutine profile: total 1\n1 0x1\n", TextCounts::parse);
    broken("--- heap:\n", TextContentions::parse);
    broken("--- mutex:\ncycles/second=0\n", TextContentions::parse);
    broken("goroutine profile: total 1\n", GoroutineDump::parse);
    broken("gc 1 is not a collection\n", GcTrace::parse);
    if (Boolean.getBoolean("tidemark.golden.update")) {
      Files.writeString(GOLDEN, messages);
    }
    assertThat(messages).hasToString(Files.readString(GOLDEN));
  }
}
