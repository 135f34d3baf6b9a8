package dev.tidemark.cli;

import dev.tidemark.profile.Printable;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes, and what it may assume of whoever looks.
 *
 * @param in standard input
 * @param out for what was asked; buffered until {@link #flush}
 * @param err for complaints and progress; unbuffered
 * @param width columns of the terminal, or of a page to paste if there is none
 * @param isTerminal whether a person sees {@code out} as it is written
 * @param showsProgress whether a person sees {@code err}, so that a line there may be rewritten
 * @param hasColour whether {@code out} may be coloured
 */
public record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    int width,
    boolean isTerminal,
    boolean showsProgress,
    boolean hasColour) {

  private static final int PAGE_WIDTH = 100;

  /** A console that nobody looks at. */
  public static Console of(InputStream in, OutputStream out, OutputStream err) {
    return new Console(
        in,
        new PrintStream(out, false, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        PAGE_WIDTH,
        false,
        false,
        false);
  }

  /**
   * The console of this process. The launcher knows at no cost what is a terminal; without it,
   * nothing is taken for one.
   */
  static Console ofProcess() {
    String terminal = System.getProperty("tidemark.terminal", "");
    boolean isTerminal = terminal.contains("out");
    String noColour = System.getenv("NO_COLOR");
    return new Console(
        new FileInputStream(FileDescriptor.in),
        new PrintStream(
            new BufferedOutputStream(new StandardOutput()), false, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        isTerminal ? widthOfTerminal() : PAGE_WIDTH,
        isTerminal,
        terminal.contains("err"),
        isTerminal
            && (noColour == null || noColour.isEmpty())
            && !"dumb".equals(System.getenv("TERM")));
  }

  private static int widthOfTerminal() {
    int width = Integer.getInteger("tidemark.width", 0);
    return width > 0 ? width : PAGE_WIDTH;
  }

  /** One line on what is wrong, and one on what to do unless that is empty. */
  void complain(String sentence, String advice) {
    flush();
    err.println("tidemark: " + Printable.of(sentence));
    if (!advice.isEmpty()) {
      err.println("          " + Printable.of(advice));
    }
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
