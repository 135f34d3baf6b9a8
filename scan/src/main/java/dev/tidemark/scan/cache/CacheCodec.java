package dev.tidemark.scan.cache;

import dev.tidemark.scan.ConditionalFinding;
import dev.tidemark.scan.Finding;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Span;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.request.PackageCalls;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What a scan keeps, as bytes: a mark, a checksum of the rest, what it depends on, a table of
 * texts, and the packages, whose texts are numbers in that table.
 */
public final class CacheCodec {
  private static final int MARK = 0x54444d32;
  private static final LeakClass[] CLASSES = LeakClass.values();

  private CacheCodec() {}

  /**
   * @param identity all that the entries depend on, but for the files of the packages
   */
  public static byte[] encode(String identity, List<PackageEntry> entries) {
    try {
      Texts texts = new Texts();
      ByteArrayOutputStream packages = new ByteArrayOutputStream();
      DataOutputStream body = new DataOutputStream(packages);
      body.writeInt(entries.size());
      for (PackageEntry entry : entries) {
        write(entry, body, texts);
      }
      ByteArrayOutputStream rest = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(rest);
      text(identity, out);
      out.writeInt(texts.numbers.size());
      for (String one : texts.numbers.keySet()) {
        text(one, out);
      }
      packages.writeTo(out);
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      DataOutputStream head = new DataOutputStream(all);
      head.writeInt(MARK);
      byte[] bytes = rest.toByteArray();
      head.writeInt(checksum(bytes, 0));
      head.write(bytes);
      return all.toByteArray();
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }

  /**
   * @param rules those that findings may be of
   * @return nothing where the bytes are of other inputs, or damaged
   */
  public static Optional<List<PackageEntry>> decode(
      byte[] bytes, String identity, Map<String, RuleInfo> rules) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MARK
          || in.readInt() != checksum(bytes, 8)
          || !text(in).equals(identity)) {
        return Optional.empty();
      }
      String[] texts = new String[in.readInt()];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = text(in);
      }
      int count = in.readInt();
      List<PackageEntry> entries = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        entries.add(read(in, texts, rules));
      }
      return Optional.of(entries);
    } catch (IOException | IndexOutOfBoundsException | UnknownRule damaged) {
      return Optional.empty();
    }
  }

  private static final class UnknownRule extends RuntimeException {
    UnknownRule(String id) {
      super(id);
    }
  }

  static final class Texts {
    final Map<String, Integer> numbers = new LinkedHashMap<>();

    int of(String text) {
      return numbers.computeIfAbsent(text, _ -> numbers.size());
    }
  }

  private static int checksum(byte[] bytes, int from) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, from, bytes.length - from);
    return (int) sum.getValue();
  }

  /** Longer than {@code writeUTF} may be. */
  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private static void write(PackageEntry entry, DataOutputStream out, Texts texts)
      throws IOException {
    out.writeInt(texts.of(entry.path()));
    out.writeInt(texts.of(entry.contents()));
    out.writeBoolean(entry.isThere());
    out.writeInt(texts.of(entry.exports()));
    out.writeInt(entry.ignored());
    out.writeInt(entry.functions());
    out.writeInt(entry.imports().size());
    for (String imported : entry.imports()) {
      out.writeInt(texts.of(imported));
    }
    out.writeInt(entry.broken().size());
    for (PackageEntry.Broken broken : entry.broken()) {
      out.writeInt(texts.of(broken.file()));
      out.writeInt(texts.of(broken.message()));
    }
    out.writeInt(entry.findings().size());
    for (Finding finding : entry.findings()) {
      write(finding, out, texts);
    }
    out.writeInt(entry.conditional().size());
    for (ConditionalFinding one : entry.conditional()) {
      write(one, out, texts);
    }
    CallsCodec.write(entry.calls(), out, texts);
    out.writeInt(entry.summaries().length);
    out.write(entry.summaries());
  }

  private static PackageEntry read(DataInputStream in, String[] texts, Map<String, RuleInfo> rules)
      throws IOException {
    String path = texts[in.readInt()];
    String contents = texts[in.readInt()];
    boolean isThere = in.readBoolean();
    String exports = texts[in.readInt()];
    int ignored = in.readInt();
    int functions = in.readInt();
    String[] imports = new String[in.readInt()];
    for (int i = 0; i < imports.length; i++) {
      imports[i] = texts[in.readInt()];
    }
    int files = in.readInt();
    List<PackageEntry.Broken> broken = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      broken.add(new PackageEntry.Broken(texts[in.readInt()], texts[in.readInt()]));
    }
    int count = in.readInt();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      findings.add(finding(in, texts, rules));
    }
    int conditions = in.readInt();
    List<ConditionalFinding> conditional = new ArrayList<>();
    for (int i = 0; i < conditions; i++) {
      conditional.add(conditional(in, texts, rules));
    }
    PackageCalls calls = CallsCodec.read(in, texts);
    byte[] summaries = in.readNBytes(in.readInt());
    return new PackageEntry(
        path,
        contents,
        isThere,
        Arrays.asList(imports),
        exports,
        findings,
        conditional,
        calls,
        ignored,
        functions,
        broken,
        summaries);
  }

  private static void write(Finding finding, DataOutputStream out, Texts texts) throws IOException {
    out.writeInt(texts.of(finding.rule().id()));
    out.writeByte(finding.leakClass().ordinal());
    write(finding.span(), out, texts);
    out.writeInt(texts.of(finding.function()));
    out.writeInt(texts.of(finding.message()));
    out.writeInt(texts.of(finding.fix()));
    out.writeBoolean(finding.isUncertain());
    out.writeShort(finding.steps().size());
    for (Step step : finding.steps()) {
      write(step.span(), out, texts);
      out.writeInt(texts.of(step.message()));
    }
  }

  private static Finding finding(DataInputStream in, String[] texts, Map<String, RuleInfo> rules)
      throws IOException {
    String id = texts[in.readInt()];
    RuleInfo rule = rules.get(id);
    if (rule == null) {
      throw new UnknownRule(id);
    }
    LeakClass leakClass = CLASSES[in.readByte()];
    Span span = span(in, texts);
    String function = texts[in.readInt()];
    String message = texts[in.readInt()];
    String fix = texts[in.readInt()];
    boolean isUncertain = in.readBoolean();
    Step[] steps = new Step[in.readUnsignedShort()];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = new Step(span(in, texts), texts[in.readInt()]);
    }
    return new Finding(
        rule, leakClass, span, function, message, Arrays.asList(steps), fix, isUncertain);
  }

  private static void write(ConditionalFinding one, DataOutputStream out, Texts texts)
      throws IOException {
    write(one.finding(), out, texts);
    out.writeInt(texts.of(one.entry()));
    out.writeLong(one.given());
    out.writeBoolean(one.isPlain());
    out.writeInt(one.depth());
    out.writeBoolean(one.users().isPresent());
    if (one.users().isPresent()) {
      write(one.users().get(), out, texts);
    }
    out.writeInt(one.unless().size());
    for (String name : one.unless()) {
      out.writeInt(texts.of(name));
    }
  }

  private static ConditionalFinding conditional(
      DataInputStream in, String[] texts, Map<String, RuleInfo> rules) throws IOException {
    Finding finding = finding(in, texts, rules);
    String entry = texts[in.readInt()];
    long given = in.readLong();
    boolean isPlain = in.readBoolean();
    int depth = in.readInt();
    Optional<Span> users = in.readBoolean() ? Optional.of(span(in, texts)) : Optional.empty();
    String[] unless = new String[in.readInt()];
    for (int i = 0; i < unless.length; i++) {
      unless[i] = texts[in.readInt()];
    }
    return new ConditionalFinding(
        finding, entry, given, isPlain, depth, users, Arrays.asList(unless));
  }

  static void write(Span span, DataOutputStream out, Texts texts) throws IOException {
    out.writeInt(texts.of(span.file()));
    out.writeInt(span.line());
    out.writeInt(span.column());
    out.writeInt(span.endLine());
    out.writeInt(span.endColumn());
  }

  static Span span(DataInputStream in, String[] texts) throws IOException {
    return new Span(texts[in.readInt()], in.readInt(), in.readInt(), in.readInt(), in.readInt());
  }
}
