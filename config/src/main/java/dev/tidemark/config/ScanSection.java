package dev.tidemark.config;

import dev.tidemark.config.yaml.Node;
import dev.tidemark.golang.build.Platform;
import dev.tidemark.scan.Choice;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Limits;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Rules;
import dev.tidemark.scan.Settings;
import dev.tidemark.scan.Wrappers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What {@code tidemark.yaml} says under {@code scan}. */
final class ScanSection {
  private static final List<String> CLASSES = List.of("leak", "bounded", "hygiene");
  private static final Pattern TAG = Pattern.compile("^[A-Za-z_][A-Za-z0-9_.]*$");
  private static final Pattern GLOB = Pattern.compile(Globs.SYNTAX);
  private static final Pattern FUNCTION = Pattern.compile(GoName.SYNTAX);

  private ScanSection() {}

  static ScanOptions read(Section scan) {
    Set<LeakClass> failing =
        scan.choice("fail-on", List.of("leak", "bounded", "hygiene", "nothing"))
            .map(ScanSection::failing)
            .orElse(ScanOptions.DEFAULT.failing());
    Choice choice = choice(scan.section("rules"));
    Globs excluded =
        new Globs(scan.texts("exclude", GLOB, "a path such as third_party/ or *.pb.go"));
    boolean readsTests = scan.truth("tests").orElse(true);
    Platform platform = platform(scan.section("build"));
    Section limited = scan.section("limits");
    Limits limits = limits(limited);
    long largestFile =
        limited
            .text("file-size", Quantities.SIZE, "a size such as 512KiB or 4MiB")
            .map(Quantities::bytes)
            .orElse(ScanOptions.DEFAULT.largestFile());
    limited.end();
    Wrappers wrappers = wrappers(scan.section("functions"));
    scan.end();
    Settings settings = new Settings(choice, wrappers, limits);
    return new ScanOptions(settings, failing, excluded, platform, readsTests, largestFile);
  }

  /** A class and those that are worse. */
  private static Set<LeakClass> failing(String mildest) {
    return mildest.equals("nothing") ? Set.of() : EnumSet.range(LeakClass.LEAK, leakClass(mildest));
  }

  private static LeakClass leakClass(String word) {
    return LeakClass.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Choice choice(Section section) {
    List<String> words = new ArrayList<>(List.of("on", "off"));
    List<String> ids = Rules.infos().stream().map(RuleInfo::id).toList();
    Set<String> off = new HashSet<>(Rules.offByDefault());
    section
        .choice("others", words)
        .filter(word -> word.equals("off"))
        .ifPresent(_ -> off.addAll(ids));
    words.addAll(CLASSES);
    Map<String, LeakClass> classes = new HashMap<>();
    for (Node.Entry entry : section.entries()) {
      String id = entry.key();
      if (id.equals("others")) {
        continue;
      }
      if (!ids.contains(id)) {
        List<String> known = new ArrayList<>(ids);
        known.add("others");
        section.unknown(
            entry, "rule", known, "`tidemark rules` lists all; `others` is for those not named");
        continue;
      }
      section
          .word(id, entry.value(), words)
          .ifPresent(word -> {
            off.remove(id);
            if (word.equals("off")) {
              off.add(id);
            } else if (!word.equals("on")) {
              classes.put(id, leakClass(word));
            }
          });
    }
    return new Choice(off, classes);
  }

  private static Platform platform(Section build) {
    Platform usual = Platform.linux();
    Platform platform =
        new Platform(
            build.choice("goos", sorted(Platform.KNOWN_OS)).orElse(usual.os()),
            build.choice("goarch", sorted(Platform.KNOWN_ARCH)).orElse(usual.arch()),
            Set.copyOf(build.texts("tags", TAG, "a build tag such as integration")),
            usual.minorVersion(),
            build.truth("cgo").orElse(usual.hasCgo()));
    build.end();
    return platform;
  }

  private static List<String> sorted(Set<String> words) {
    return words.stream().sorted().toList();
  }

  private static Limits limits(Section limits) {
    return new Limits(
        limits
            .text("timer", Quantities.TIME, "a time such as 90s, 2m30s or 1h")
            .map(Quantities::duration)
            .orElse(Limits.DEFAULT.timer()),
        limits.integer("handler-depth", 0, 100).orElse(Limits.DEFAULT.handlerDepth()),
        limits.integer("context-values", 0, 1000).orElse(Limits.DEFAULT.contextValues()),
        limits.integer("effort", 1, 100).orElse(Limits.DEFAULT.effort()));
  }

  private static Wrappers wrappers(Section functions) {
    String form = "a full name such as example.com/shop/db.(*Conn).Close";
    Wrappers wrappers =
        new Wrappers(
            names(functions.texts("closes", FUNCTION, form)),
            names(functions.texts("bounds", FUNCTION, form)),
            names(functions.texts("request-entries", FUNCTION, form)));
    functions.end();
    return wrappers;
  }

  private static Set<String> names(List<String> names) {
    Set<String> qualified = new HashSet<>();
    names.forEach(name -> qualified.add(GoName.qualified(name)));
    return qualified;
  }
}
