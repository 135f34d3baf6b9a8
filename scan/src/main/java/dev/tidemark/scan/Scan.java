package dev.tidemark.scan;

import dev.tidemark.golang.check.SourcePackage;
import dev.tidemark.golang.effect.AnalyzedPackage;
import dev.tidemark.golang.effect.ModuleSummaries;
import dev.tidemark.golang.effect.StoredSummaries;
import dev.tidemark.golang.module.GoVersion;
import dev.tidemark.golang.module.Location;
import dev.tidemark.golang.parse.Diagnostic;
import dev.tidemark.golang.program.Program;
import dev.tidemark.scan.cache.Exports;
import dev.tidemark.scan.cache.KeptScan;
import dev.tidemark.scan.cache.PackageEntry;
import dev.tidemark.scan.request.ModuleRequests;
import dev.tidemark.scan.request.OutwardCalls;
import dev.tidemark.scan.request.PackageCalls;
import dev.tidemark.scan.request.Suppositions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Runs rules over the packages of a program. */
public final class Scan {
  static final RuleInfo UNUSED_IGNORE =
      new RuleInfo(
          "unused-ignore",
          LeakClass.HYGIENE,
          "a comment that silences nothing",
          0,
          "take the comment away, or name the rule that it is for");

  private final Program program;
  private final List<Rule> rules;
  private final GoVersion version;
  private final Settings settings;

  /** Which packages are of the module. */
  private final Map<String, Boolean> own = new ConcurrentHashMap<>();

  /**
   * @param version of the main module
   */
  public Scan(Program program, List<Rule> rules, GoVersion version) {
    this(program, rules, version, Settings.DEFAULT);
  }

  /**
   * @param version of the main module
   */
  public Scan(Program program, List<Rule> rules, GoVersion version, Settings settings) {
    this.program = program;
    this.rules = rules.stream().filter(rule -> settings.choice().isOn(rule.info().id())).toList();
    this.version = version;
    this.settings = settings;
  }

  /**
   * @param root what places are told from
   * @param paths packages of the module
   * @param isAsked whether findings in a file are wanted
   * @param showsUncertain whether findings that rest on unknown types are told
   * @param seen is told of each package while its bodies are there, by any thread
   */
  public ScanReport run(
      String root,
      List<String> paths,
      Predicate<String> isAsked,
      boolean showsUncertain,
      Executor executor,
      Consumer<AnalyzedPackage> seen) {
    KeptScan none = KeptScan.none(Map.of());
    List<PackageEntry> entries = entries(paths, none, _ -> new byte[0], executor, seen);
    return report(root, entries, isAsked, showsUncertain);
  }

  /**
   * What is found out about each package. Of those that are as they were, and import nothing that
   * others see differently now, what an earlier scan found out is taken.
   *
   * @param paths packages of the module
   * @param source gives the bytes of a file
   * @param seen is told of each package that is looked at, while its bodies are there, by any
   *     thread
   */
  public List<PackageEntry> entries(
      List<String> paths,
      KeptScan earlier,
      Function<String, byte[]> source,
      Executor executor,
      Consumer<AnalyzedPackage> seen) {
    StoredSummaries stored = new StoredSummaries(earlier::summaries, program::imported);
    return new ModuleSummaries(program, stored, settings.wrappers()::effects)
        .each(
            paths,
            executor,
            new ModuleSummaries.Work<PackageEntry>() {
              @Override
              public Optional<List<String>> imports(String path) {
                return earlier.kept(path).map(PackageEntry::imports);
              }

              @Override
              public Optional<PackageEntry> kept(String path) {
                return earlier.kept(path);
              }

              @Override
              public PackageEntry look(String path, Optional<AnalyzedPackage> analyzed) {
                analyzed.ifPresent(seen);
                return analyzed
                    .map(one -> entry(path, one, earlier, source))
                    .orElseGet(() -> PackageEntry.absent(path, earlier.contents(path)));
              }

              @Override
              public boolean isChanged(String path, PackageEntry made) {
                return earlier.isChanged(made);
              }
            });
  }

  private PackageEntry entry(
      String path, AnalyzedPackage analyzed, KeptScan earlier, Function<String, byte[]> source) {
    Checked checked = check(analyzed);
    byte[] summaries = earlier.isWanted() ? StoredSummaries.bytes(analyzed) : new byte[0];
    return new PackageEntry(
        path,
        earlier.contents(path),
        true,
        program.source(path).map(SourcePackage::imports).orElse(List.of()),
        earlier.isWanted() ? Exports.of(analyzed, source, summaries) : "",
        checked.findings,
        checked.conditional,
        checked.calls,
        checked.ignored,
        checked.functions,
        broken(analyzed),
        summaries);
  }

  private boolean isOwn(String path) {
    return own.computeIfAbsent(
        path, one -> program.modules().locate(one) instanceof Location.InModule);
  }

  /** Where a package is in its module. */
  private String folder(String path) {
    return program.modules().locate(path) instanceof Location.InModule(var root, String folder)
        ? folder.substring(Math.min(root.folder().length(), folder.length()))
        : "";
  }

  private List<PackageEntry.Broken> broken(AnalyzedPackage analyzed) {
    Set<String> files =
        analyzed.files().stream().map(file -> file.unit().path()).collect(Collectors.toSet());
    return program.broken().stream()
        .filter(one -> files.contains(one.path()))
        .map(Scan::broken)
        .toList();
  }

  private static PackageEntry.Broken broken(Program.BrokenFile file) {
    Diagnostic first = file.first();
    String more = file.errors() == 1 ? "" : " (and %,d more)".formatted(file.errors() - 1);
    return new PackageEntry.Broken(
        file.path(), "%d:%d: %s%s".formatted(first.line(), first.column(), first.message(), more));
  }

  /** Those that findings may be of. */
  public List<RuleInfo> infos() {
    List<RuleInfo> infos = new ArrayList<>(rules.stream().map(Rule::info).toList());
    if (settings.choice().isOn(UNUSED_IGNORE.id())) {
      infos.add(UNUSED_IGNORE);
    }
    infos.replaceAll(settings.choice()::applied);
    return infos;
  }

  /**
   * @param root what places are told from
   * @param isAsked whether findings in a file are wanted
   * @param showsUncertain whether findings that rest on unknown types are told
   */
  public ScanReport report(
      String root, List<PackageEntry> entries, Predicate<String> isAsked, boolean showsUncertain) {
    ModuleRequests requests =
        ModuleRequests.of(
            entries.stream().map(PackageEntry::calls).toList(), settings.limits().handlerDepth());
    List<Finding> all = new ArrayList<>();
    int uncertain = 0;
    int ignored = 0;
    int functions = 0;
    int packages = 0;
    for (PackageEntry one : entries) {
      packages += one.isThere() ? 1 : 0;
      ignored += one.ignored();
      functions += one.functions();
      List<Finding> found = new ArrayList<>(one.findings());
      found.addAll(requests.told(one.conditional()));
      for (Finding finding : found) {
        if (!isAsked.test(finding.span().file())) {
          continue;
        }
        if (finding.isUncertain() && !showsUncertain) {
          uncertain++;
        } else {
          all.add(finding);
        }
      }
    }
    OneGoroutine.toldOnce(all);
    all.sort(
        Comparator.comparing(Finding::span)
            .thenComparing(Finding::leakClass)
            .thenComparing(finding -> finding.rule().id()));
    return new ScanReport(root, all, infos(), uncertain, ignored, packages, functions, List.of());
  }

  private record Checked(
      List<Finding> findings,
      List<ConditionalFinding> conditional,
      PackageCalls calls,
      int ignored,
      int functions) {}

  private Checked check(AnalyzedPackage analyzed) {
    Unit unit = new Unit(analyzed, version, settings);
    Findings found = new Findings(unit);
    for (Rule rule : rules) {
      rule.check(unit, found);
    }
    Ignores ignores = new Ignores(analyzed.files(), unit);
    TestSupport support = TestSupport.of(unit);
    String folder = folder(unit.path());
    List<Finding> kept = new ArrayList<>();
    for (Finding finding : found.all()) {
      if (!ignores.isSilenced(finding)) {
        boolean isOfTests = support.isHelper(finding.span().file(), folder);
        kept.add(isOfTests ? finding.as(LeakClass.HYGIENE) : finding);
      }
    }
    int ignored = found.all().size() - kept.size();
    List<ConditionalFinding> conditional = new ArrayList<>();
    for (ConditionalFinding one : Suppositions.of(unit, rules, found.all())) {
      if (!ignores.isSilenced(one.finding())) {
        boolean isOfTests = support.isHelper(one.finding().span().file(), folder);
        Finding told = isOfTests ? one.finding().as(LeakClass.HYGIENE) : one.finding();
        conditional.add(one.with(settings.choice().applied(told)));
      }
    }
    for (Span span : ignores.unused(settings.choice())) {
      String message = "the comment silences nothing";
      List<Step> reason = List.of(new Step(span, "no finding here"));
      kept.add(
          new Finding(
              UNUSED_IGNORE,
              LeakClass.HYGIENE,
              span,
              "",
              message,
              reason,
              UNUSED_IGNORE.fix(),
              false));
    }
    kept.replaceAll(settings.choice()::applied);
    int[] functions = new int[1];
    unit.forEachBody(_ -> functions[0]++);
    PackageCalls calls = OutwardCalls.of(unit, this::isOwn);
    return new Checked(kept, conditional, calls, ignored, functions[0]);
  }
}
