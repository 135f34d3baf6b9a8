package dev.tidemark.collect.series;

import dev.tidemark.diagnose.Unreadable;
import dev.tidemark.diagnose.series.SeriesReport;
import dev.tidemark.profile.text.CaptureForm;
import dev.tidemark.series.csv.MalformedSeriesException;
import dev.tidemark.series.csv.SeriesCsvReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads series files, gzip or not, one after the other and each as a stream. */
public final class SeriesFiles {
  private static final int HEAD_BYTES = 512;
  private static final int BUFFER_BYTES = 64 << 10;

  private final Consumer<String> complaints;
  private final int mostOpen;

  /**
   * @param complaints hears a sentence on each line that can't be understood, up to some
   * @param mostOpen series that are followed at the same time; where a file is sorted by series, it
   *     may have any number of them
   */
  public SeriesFiles(Consumer<String> complaints, int mostOpen) {
    this.complaints = complaints;
    this.mostOpen = mostOpen;
  }

  /** Whether a file is of series. What can't be opened is not, and its reader will say why. */
  public static boolean isSeries(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
      return isSeries(in);
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether a stream is of series; it is left where it was. It must support marks. */
  public static boolean isSeries(InputStream in) throws IOException {
    in.mark(BUFFER_BYTES);
    try {
      byte[] head = in.readNBytes(HEAD_BYTES);
      return CaptureForm.of(isGzip(head) ? inflatedHead(head) : head) == CaptureForm.SERIES;
    } finally {
      in.reset();
    }
  }

  /**
   * Verdicts on all series of the files named.
   *
   * @param names files, or {@code -}
   */
  public SeriesReport read(List<String> names, InputStream standardInput) {
    SeriesFold fold = new SeriesFold(complaints, mostOpen);
    List<Unreadable> unreadable = new ArrayList<>();
    for (String name : names) {
      fold.begin(name);
      try (InputStream in = open(name, standardInput)) {
        SeriesCsvReader.read(in, fold);
      } catch (MalformedSeriesException e) {
        unreadable.add(new Unreadable(name, String.valueOf(e.getMessage())));
      } catch (EOFException e) {
        unreadable.add(new Unreadable(name, after(fold) + "ends inside the gzip data: it was cut"));
      } catch (ZipException e) {
        unreadable.add(new Unreadable(name, after(fold) + "broken gzip data: " + e.getMessage()));
      } catch (IOException e) {
        unreadable.add(new Unreadable(name, after(fold) + "can't be read: " + e.getMessage()));
      }
      fold.end();
    }
    return fold.report(String.join(" ", names), unreadable);
  }

  private static String after(SeriesFold fold) {
    return fold.lastLine() == 0 ? "" : "line %,d: ".formatted(fold.lastLine());
  }

  private static InputStream open(String name, InputStream standardInput) throws IOException {
    InputStream in = name.equals("-") ? standardInput : Files.newInputStream(Path.of(name));
    InputStream buffered = in.markSupported() ? in : new BufferedInputStream(in, BUFFER_BYTES);
    buffered.mark(2);
    byte[] head = buffered.readNBytes(2);
    buffered.reset();
    return isGzip(head) ? new GZIPInputStream(buffered, BUFFER_BYTES) : buffered;
  }

  private static boolean isGzip(byte[] head) {
    return head.length >= 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
  }

  /** What the first bytes of a gzip file hold; they are cut, so the end of it is no error. */
  private static byte[] inflatedHead(byte[] head) throws IOException {
    byte[] inflated = new byte[HEAD_BYTES];
    int length = 0;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(head), HEAD_BYTES)) {
      int read;
      while (length < inflated.length
          && (read = in.read(inflated, length, inflated.length - length)) > 0) {
        length += read;
      }
    } catch (EOFException cut) {
      // As it must: only the head was handed in.
    } catch (ZipException broken) {
      return new byte[0];
    }
    return Arrays.copyOf(inflated, length);
  }
}
