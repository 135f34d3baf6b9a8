package dev.tidemark.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tidemark.config.TidemarkYaml.Accepted;
import dev.tidemark.config.TidemarkYaml.Refused;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Whatever is done to a file, it is accepted, or all that is wrong has a place in it; and the
 * schema says the same.
 */
class TidemarkYamlMutationTest {
  private static final int ROUNDS = Integer.getInteger("tidemark.mutations", 10_000);

  private static final List<String> WORDS =
      List.of(
          ":",
          ": ",
          "\n",
          "  ",
          "- ",
          "? ",
          "&a ",
          "*a",
          "!!str ",
          "'",
          "\"",
          "{",
          "}",
          "[",
          "]",
          "|\n",
          ">\n",
          "#",
          "%YAML 1.2\n",
          "---\n",
          "...\n",
          "\t",
          "null",
          "true",
          "off",
          "0x1F",
          "1e9",
          ".nan",
          "scan:",
          "rules:",
          "others: off",
          "\u2028",
          "\uFEFF",
          "<<: ",
          "~",
          ",");

  /** What YAML has and the schema can't see, or is more than is looked at. */
  private static final Pattern OF_YAML =
      Pattern.compile(
          "\\*.* repeats|&.* names|the tag .*|the key .* twice.*|a second document.*"
              + "|more than .*|a list or mapping can't be a key|there is a control.*|this is.*");

  @Test
  void damageEndsInWordsWithAPlace() {
    byte[] seed = TidemarkYamlTest.example().getBytes(UTF_8);
    assertTimeoutPreemptively(
        Duration.ofSeconds(120L + ROUNDS / 100),
        () -> {
          int accepted = 0;
          for (int round = 0; round < ROUNDS; round++) {
            byte[] file = mutated(seed, new SplittableRandom(round));
            try {
              accepted += look(file) ? 1 : 0;
            } catch (RuntimeException | Error bug) {
              throw new AssertionError("seed " + round + "\n" + new String(file, UTF_8), bug);
            }
          }
          assertThat(accepted).isBetween(1, Math.max(1, ROUNDS - 1));
        });
  }

  private static boolean look(byte[] file) {
    return switch (TidemarkYaml.read(file)) {
      case Accepted _ -> {
        assertThat(Schemas.allow(file)).as("allowed by the schema").isTrue();
        yield true;
      }
      case Refused refused -> {
        assertThat(refused.problems()).isNotEmpty();
        long lines = new String(file, UTF_8).lines().count() + 1;
        boolean isOfYaml = false;
        for (Problem problem : refused.problems()) {
          assertThat(problem.line()).isBetween(1, (int) Math.max(2, lines + 1));
          assertThat(problem.column()).isPositive();
          assertThat(problem.what()).isNotBlank().doesNotContain("\n");
          assertThat(problem.advice()).isNotBlank();
          isOfYaml |= OF_YAML.matcher(problem.what()).lookingAt();
        }
        if (!isOfYaml) {
          assertThat(Schemas.allow(file)).as("refused by the schema").isFalse();
        }
        yield false;
      }
    };
  }

  private static byte[] mutated(byte[] seed, SplittableRandom random) {
    byte[] bytes = seed;
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      int at = random.nextInt(bytes.length + 1);
      int length = Math.min(bytes.length - at, 1 << random.nextInt(9));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(bytes, 0, at);
      switch (random.nextInt(5)) {
        case 0 -> out.write(random.nextInt(256));
        case 1, 2 -> out.writeBytes(WORDS.get(random.nextInt(WORDS.size())).getBytes(UTF_8));
        case 3 -> out.write(bytes, at, length);
        default -> at += length;
      }
      out.write(bytes, at, bytes.length - at);
      bytes = out.toByteArray();
    }
    return bytes;
  }
}
