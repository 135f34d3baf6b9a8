package dev.tidemark.scan;

import dev.tidemark.golang.effect.AnalyzedPackage;
import dev.tidemark.golang.effect.ModuleSummaries;
import dev.tidemark.golang.module.GoVersion;
import dev.tidemark.golang.program.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

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

  private record Checked(List<Finding> findings, int ignored, int functions) {}

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
    List<Checked> checked =
        new ModuleSummaries(program, settings.wrappers()::effects)
            .each(
                paths,
                executor,
                analyzed -> {
                  seen.accept(analyzed);
                  return check(analyzed);
                });
    List<Finding> all = new ArrayList<>();
    int uncertain = 0;
    int ignored = 0;
    int functions = 0;
    for (Checked one : checked) {
      ignored += one.ignored;
      functions += one.functions;
      for (Finding finding : one.findings) {
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
    all.sort(
        Comparator.comparing(Finding::span)
            .thenComparing(Finding::leakClass)
            .thenComparing(finding -> finding.rule().id()));
    List<RuleInfo> infos = new ArrayList<>(rules.stream().map(Rule::info).toList());
    if (settings.choice().isOn(UNUSED_IGNORE.id())) {
      infos.add(UNUSED_IGNORE);
    }
    infos.replaceAll(settings.choice()::applied);
    return new ScanReport(
        root, all, infos, uncertain, ignored, checked.size(), functions, List.of());
  }

  private Checked check(AnalyzedPackage analyzed) {
    Unit unit = new Unit(analyzed, version, settings);
    Findings found = new Findings(unit);
    for (Rule rule : rules) {
      rule.check(unit, found);
    }
    Ignores ignores = new Ignores(analyzed.files(), unit);
    List<Finding> kept = new ArrayList<>();
    for (Finding finding : found.all()) {
      if (!ignores.isSilenced(finding)) {
        kept.add(finding);
      }
    }
    int ignored = found.all().size() - kept.size();
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
    return new Checked(kept, ignored, functions[0]);
  }
}
