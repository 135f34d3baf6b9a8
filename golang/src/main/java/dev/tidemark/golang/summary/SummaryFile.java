package dev.tidemark.golang.summary;

import dev.tidemark.golang.check.Importer;
import dev.tidemark.golang.check.SourcePackage;
import dev.tidemark.golang.program.SummarySource;
import dev.tidemark.golang.types.Package;
import dev.tidemark.golang.types.Resolution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A file of API summaries: an index of packages, and each package compressed by itself, so that
 * opening it costs the index only.
 */
public final class SummaryFile implements SummarySource {
  private static final byte[] MAGIC = {'T', 'M', 'A', 'P', 'I', '1', '\n'};

  /** A summary of one package takes kilobytes; one that claims more is none. */
  private static final int LARGEST = 64 << 20;

  private final byte[] bytes;
  private final String about;
  private final Map<String, Entry> index = new HashMap<>();

  /**
   * @param from where its compressed bytes begin
   * @param length of them
   * @param size when they are inflated
   */
  private record Entry(int from, int length, int size) {}

  private SummaryFile(byte[] bytes, String about) {
    this.bytes = bytes;
    this.about = about;
  }

  /**
   * Opens a file that was read.
   *
   * @return nothing where the bytes are no such file
   */
  public static Optional<SummaryFile> open(byte[] bytes) {
    for (int i = 0; i < MAGIC.length; i++) {
      if (i >= bytes.length || bytes[i] != MAGIC[i]) {
        return Optional.empty();
      }
    }
    try {
      Input in = new Input(bytes, MAGIC.length, bytes.length);
      SummaryFile file = new SummaryFile(bytes, in.text());
      Input list = in.part();
      int blobs = in.position();
      int count = list.count();
      for (int i = 0; i < count; i++) {
        String path = list.text();
        int from = list.below(bytes.length + 1);
        int length = list.below(bytes.length + 1);
        int size = list.below(LARGEST);
        if (blobs + (long) from + length > bytes.length) {
          return Optional.empty();
        }
        file.index.put(path, new Entry(blobs + from, length, size));
      }
      return Optional.of(file);
    } catch (BrokenSummary broken) {
      return Optional.empty();
    }
  }

  /** What it was made from, such as {@code go1.26}. */
  public String about() {
    return about;
  }

  /** Bytes of the file. */
  public int size() {
    return bytes.length;
  }

  /** The packages that it knows. */
  public Set<String> paths() {
    return Set.copyOf(index.keySet());
  }

  @Override
  public boolean has(String path) {
    return index.containsKey(path);
  }

  @Override
  public Optional<Package> summary(String path, Importer importer, Resolution resolution) {
    Entry entry = index.get(path);
    if (entry == null) {
      return Optional.empty();
    }
    try {
      byte[] inflated = inflate(entry);
      return Optional.of(new PackageReader(path, inflated, importer, resolution).pkg());
    } catch (BrokenSummary | DataFormatException broken) {
      return Optional.empty();
    }
  }

  private byte[] inflate(Entry entry) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, entry.from, entry.length);
      byte[] inflated = new byte[entry.size];
      int size = 0;
      while (size < inflated.length) {
        int more = inflater.inflate(inflated, size, inflated.length - size);
        if (more == 0) {
          throw new DataFormatException("cut off");
        }
        size += more;
      }
      return inflated;
    } finally {
      inflater.end();
    }
  }

  /** Collects packages for a file. */
  public static final class Writer {
    private final Map<String, byte[]> packages = new TreeMap<>();

    /**
     * Adds what a package exports.
     *
     * @return the paths of the packages that its summary speaks of
     */
    public Set<String> add(SourcePackage source) {
      PackageWriter writer = new PackageWriter(source.pkg());
      packages.put(source.pkg().path(), writer.write(source.names()));
      return writer.imports();
    }

    public boolean has(String path) {
      return packages.containsKey(path);
    }

    /**
     * @param about what it was made from
     */
    public byte[] toBytes(String about) {
      Bytes index = new Bytes();
      Bytes blobs = new Bytes();
      index.number(packages.size());
      for (Map.Entry<String, byte[]> entry : packages.entrySet()) {
        byte[] deflated = deflate(entry.getValue());
        index.text(entry.getKey());
        index.number(blobs.size());
        index.number(deflated.length);
        index.number(entry.getValue().length);
        blobs.raw(deflated);
      }
      Bytes whole = new Bytes();
      whole.raw(MAGIC);
      whole.text(about);
      whole.part(index);
      whole.raw(blobs.toArray());
      return whole.toArray();
    }

    /** Paths of the packages added so far, in order. */
    public List<String> paths() {
      return new ArrayList<>(packages.keySet());
    }

    private static byte[] deflate(byte[] bytes) {
      Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
      try {
        deflater.setInput(bytes);
        deflater.finish();
        Bytes out = new Bytes();
        byte[] buffer = new byte[1 << 14];
        while (!deflater.finished()) {
          int length = deflater.deflate(buffer);
          for (int i = 0; i < length; i++) {
            out.write(buffer[i]);
          }
        }
        return out.toArray();
      } finally {
        deflater.end();
      }
    }
  }
}
