package dev.tidemark.golang.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Walk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is done to a real file, the parser ends with a tree whose nodes lie in the file. */
class ParserMutationTest {
  private static final int MUTATIONS = Integer.getInteger("tidemark.mutations", 10_000);
  private static final List<String> TOKENS =
      List.of(
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          ";",
          ",",
          "func",
          "type",
          "chan",
          "<-",
          "...",
          "\"",
          "`",
          "/*",
          "case",
          ":=",
          "range",
          "~",
          "|",
          "*",
          "struct",
          "interface",
          "if",
          "\n",
          "0x",
          "'");

  @Test
  void mutatedFilesEndInATree() throws IOException {
    List<byte[]> seeds = seeds();
    assertThat(seeds).hasSizeGreaterThan(20);
    SplittableRandom random = new SplittableRandom(5);
    int broken = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mutated = mutate(seeds.get(random.nextInt(seeds.size())), random);
      ParsedFile parsed = Parser.parse(mutated);
      broken += parsed.diagnostics().isEmpty() ? 0 : 1;
      Walk.preorder(parsed.file(), node -> liesWithin(node, mutated.length));
    }
    assertThat(broken).isGreaterThan(MUTATIONS / 2);
  }

  private static boolean liesWithin(Node node, int length) {
    // Without AssertJ, which costs more for each of a hundred million nodes than the parser does.
    boolean isWithin =
        node.from() >= 0
            && node.from() <= length + 1
            && node.to() >= node.from() - 1
            && node.to() <= length + 2;
    if (!isWithin) {
      throw new AssertionError("%s in a file of %d bytes".formatted(node, length));
    }
    return true;
  }

  private static byte[] mutate(byte[] seed, SplittableRandom random) {
    StringBuilder text = new StringBuilder(new String(seed, UTF_8));
    int edits = 1 + random.nextInt(3);
    for (int edit = 0; edit < edits && text.length() > 1; edit++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(6)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
        case 2 -> text.setCharAt(at, (char) random.nextInt(256));
        case 3 -> text.setLength(at);
        case 4 -> deleteNext(text, at, "{}()[]".charAt(random.nextInt(6)));
        default -> {
          int end = Math.min(text.length(), at + random.nextInt(200));
          text.insert(random.nextInt(text.length()), text.substring(at, end));
        }
      }
    }
    return text.toString().getBytes(UTF_8);
  }

  private static void deleteNext(StringBuilder text, int from, char bracket) {
    int found = text.indexOf(String.valueOf(bracket), from);
    if (found >= 0) {
      text.deleteCharAt(found);
    }
  }

  private static List<byte[]> seeds() throws IOException {
    Path testbed =
        Path.of(System.getProperty("tidemark.captures", "../captures"))
            .toAbsolutePath()
            .resolveSibling("testbed");
    List<byte[]> seeds = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(testbed)) {
      for (Path file : walk.filter(path -> path.toString().endsWith(".go")).sorted().toList()) {
        if (Files.size(file) < 8192) {
          seeds.add(Files.readAllBytes(file));
        }
      }
    }
    return seeds;
  }
}
