package dev.tidemark.config.yaml;

import dev.tidemark.config.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The one document of a YAML file. */
public final class Document {
  private Document() {}

  /**
   * What a file holds; nothing where it holds nothing, or is no YAML at all.
   *
   * @param problems gets what is wrong with it as YAML
   */
  public static Optional<Node> read(byte[] bytes, List<Problem> problems) {
    String text = decode(bytes, problems);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
    try {
      Iterator<Event> events = new ParserImpl(settings, new StreamReader(settings, text));
      return new TreeBuilder(events, problems).document();
    } catch (TreeBuilder.TooDeepException complained) {
      return Optional.empty();
    } catch (MarkedYamlEngineException malformed) {
      Optional<Mark> mark = malformed.getProblemMark().or(malformed::getContextMark);
      problems.add(
          new Problem(
              mark.map(Mark::getLine).orElse(0) + 1,
              mark.map(Mark::getColumn).orElse(0) + 1,
              "this is no YAML: " + sentence(malformed.getProblem()),
              "mind the indentation, and quote texts that hold `: `, ` #` or begin with one of"
                  + " * & ! % @ `"));
    } catch (ReaderException unprintable) {
      int at = text.offsetByCodePoints(0, Math.min(unprintable.getPosition(), length(text)));
      problems.add(
          at(
              text.substring(0, at),
              "there is a control character (U+%04X) here".formatted(unprintable.getCodePoint()),
              "take it away: the file is text"));
    } catch (YamlEngineException malformed) {
      problems.add(
          new Problem(
              1,
              1,
              "this is no YAML: " + sentence(String.valueOf(malformed.getMessage())),
              "mend it"));
    }
    return Optional.empty();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** One line of what the parser says. */
  private static String sentence(String message) {
    return message.lines().findFirst().orElse("").strip();
  }

  private static String decode(byte[] bytes, List<Problem> problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    String decoded = text.toString();
    if (result.isError()) {
      problems.add(at(decoded, "this is not UTF-8", "save the file as UTF-8 text"));
    }
    return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
  }

  /** A problem behind a text. */
  private static Problem at(String before, String what, String advice) {
    int start = before.lastIndexOf('\n') + 1;
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return new Problem(line, 1 + length(before.substring(start)), what, advice);
  }
}
