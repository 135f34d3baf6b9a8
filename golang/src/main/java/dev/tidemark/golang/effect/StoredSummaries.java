package dev.tidemark.golang.effect;

import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Package;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The summaries of a package's functions as an earlier run made them, read when asked for. */
public final class StoredSummaries implements Summaries {
  private static final byte[] NONE = {};

  private final Function<String, byte[]> stored;
  private final Function<String, Package> packages;
  private final Map<String, Map<String, byte[]>> opened = new ConcurrentHashMap<>();

  /**
   * @param stored by package, as {@link #bytes} makes them; empty where there are none
   * @param packages finds those whose variables are named
   */
  public StoredSummaries(Function<String, byte[]> stored, Function<String, Package> packages) {
    this.stored = stored;
    this.packages = packages;
  }

  /**
   * Of what other packages can call; the same for the same summaries, wherever the functions stand.
   */
  public static byte[] bytes(AnalyzedPackage analyzed) {
    Map<String, Summary> sorted = new TreeMap<>();
    analyzed
        .summaries()
        .declared((symbol, summary) -> {
          // An interface may have any method.
          if (symbol.isExported() || !symbol.signature().receiver().isEmpty()) {
            sorted.put(name(symbol), summary);
          }
        });
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(sorted.size());
      for (Map.Entry<String, Summary> one : sorted.entrySet()) {
        ByteArrayOutputStream summary = new ByteArrayOutputStream();
        SummaryCodec.write(one.getValue(), new DataOutputStream(summary));
        out.writeUTF(one.getKey());
        out.writeInt(summary.size());
        summary.writeTo(out);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  @Override
  public Optional<Summary> of(Func function) {
    byte[] bytes =
        opened
            .computeIfAbsent(function.pkg().path(), path -> open(stored.apply(path)))
            .getOrDefault(name(function), NONE);
    if (bytes.length == 0) {
      return Optional.empty();
    }
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      return Optional.of(SummaryCodec.read(in, function, packages));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Map<String, byte[]> open(byte[] bytes) {
    if (bytes.length == 0) {
      return Map.of();
    }
    Map<String, byte[]> byName = new HashMap<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String name = in.readUTF();
        byName.put(name, in.readNBytes(in.readInt()));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return byName;
  }

  private static String name(Func function) {
    return QualifiedName.of(function.origin());
  }
}
