package dev.tidemark.report.scan;

import dev.tidemark.scan.Finding;
import dev.tidemark.scan.ScanReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What other tools have found, joined with a scan by place and meaning: what both have found is one
 * finding, which says who else has found it.
 *
 * @param also by a finding of the scan, who has found it too: {@code tool rule}
 * @param others what only other tools have found, in the order of places
 * @param outside how many are of files outside of the folder that was scanned
 */
public record OtherFindings(
    Map<Finding, Set<String>> also, List<OtherFinding> others, int outside) {
  public static final OtherFindings NONE = new OtherFindings(Map.of(), List.of(), 0);

  public OtherFindings {
    others = List.copyOf(others);
  }

  /** Those that only other tools have found, and that are of a file. */
  List<OtherFinding> inFiles() {
    return others.stream().filter(other -> !other.file().isEmpty()).toList();
  }

  private record Key(String file, int line, Set<String> meaning) {}

  public static OtherFindings of(ScanReport report, List<SarifReport> read) {
    Map<Finding, Set<String>> also = new LinkedHashMap<>();
    Map<Key, OtherFinding> others = new LinkedHashMap<>();
    int outside = 0;
    for (SarifReport one : read) {
      outside += one.outside();
      for (OtherFinding other : one.findings()) {
        Set<String> meaning = SameMeaning.rules(other);
        List<Finding> same =
            report.findings().stream()
                .filter(finding -> meaning.contains(finding.rule().id()))
                .filter(finding -> isThere(finding, other, report))
                .toList();
        same.forEach(
            finding -> also.computeIfAbsent(finding, _ -> new LinkedHashSet<>()).add(other.name()));
        if (same.isEmpty()) {
          // What means nothing to us is the same only where it is called the same.
          Set<String> own = meaning.isEmpty() ? Set.of(other.rule() + other.message()) : meaning;
          others.merge(
              new Key(other.file(), other.line(), own),
              other,
              (first, next) -> first.alsoOf(next.name()));
        }
      }
    }
    List<OtherFinding> sorted = new ArrayList<>(others.values());
    sorted.sort(
        Comparator.comparing(OtherFinding::file)
            .thenComparingInt(OtherFinding::line)
            .thenComparing(OtherFinding::name));
    return new OtherFindings(also, sorted, outside);
  }

  /** Within the lines of the finding, or at one of its steps. */
  private static boolean isThere(Finding finding, OtherFinding other, ScanReport report) {
    return report.relative(finding.span().file()).equals(other.file())
            && finding.span().line() <= other.line()
            && other.line() <= finding.span().endLine()
        || finding.steps().stream()
            .anyMatch(step ->
                step.span().line() == other.line()
                    && report.relative(step.span().file()).equals(other.file()));
  }

  /** Who else has found it, in words; empty for nobody. */
  public String also(Finding finding) {
    return String.join(", ", also.getOrDefault(finding, Set.of()));
  }
}
