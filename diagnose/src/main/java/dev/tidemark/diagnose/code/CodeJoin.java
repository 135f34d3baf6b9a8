package dev.tidemark.diagnose.code;

import dev.tidemark.diagnose.Case;
import dev.tidemark.diagnose.Code;
import dev.tidemark.diagnose.CodeFinding;
import dev.tidemark.diagnose.Report;
import dev.tidemark.scan.Finding;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.ScanReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Joins a report with the findings of its source. */
public final class CodeJoin {
  /** More explanations of one suspect explain nothing. */
  private static final int MOST = 2;

  private final ScanReport scan;
  private final BiFunction<String, Integer, String> lineOf;

  /**
   * @param lineOf the text of a line of a file, both as findings have them
   */
  public CodeJoin(ScanReport scan, BiFunction<String, Integer, String> lineOf) {
    this.scan = scan;
    this.lineOf = lineOf;
  }

  public Report join(Report report) {
    Set<Finding> used = new HashSet<>();
    List<Case> cases = new ArrayList<>();
    for (Case each : report.cases()) {
      List<Finding> found = explaining(each);
      used.addAll(found);
      cases.add(each.withFindings(found.stream().map(this::told).toList()));
    }
    List<CodeFinding> latent =
        scan.findings().stream()
            .filter(finding -> finding.leakClass() == LeakClass.LEAK)
            .filter(finding -> !used.contains(finding))
            .map(this::told)
            .toList();
    return report.with(cases, new Code(scan.root(), scan.packages(), latent));
  }

  private record Scored(Finding finding, int score) {}

  private List<Finding> explaining(Case each) {
    List<Scored> scored = new ArrayList<>();
    for (Finding finding : scan.findings()) {
      int score = finding.leakClass() == LeakClass.HYGIENE ? 0 : Kinship.of(each, finding);
      if (score > 0) {
        scored.add(new Scored(finding, score));
      }
    }
    scored.sort(Comparator.comparingInt(one -> -one.score));
    int best = scored.isEmpty() ? 0 : scored.getFirst().score;
    // What only belongs to such memory does not stand beside what stands in the stack.
    return scored.stream()
        .filter(one -> one.score >= best - Kinship.NEAR)
        .limit(MOST)
        .map(Scored::finding)
        .toList();
  }

  private CodeFinding told(Finding finding) {
    return new CodeFinding(
        finding.rule().id(),
        finding.message(),
        scan.relative(finding.span().file()),
        finding.span().line(),
        finding.function(),
        lineOf.apply(finding.span().file(), finding.span().line()).strip(),
        finding.fix());
  }
}
