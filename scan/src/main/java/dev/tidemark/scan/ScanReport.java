package dev.tidemark.scan;

import java.util.List;

/**
 * What a scan has to say.
 *
 * @param root the folder that was scanned; places are told from there
 * @param findings in the order of their places, without those that were held back
 * @param rules those that ran
 * @param uncertain findings that rest on types that are not known, and are held back
 * @param ignored findings that a comment in the source has silenced
 * @param packages how many were looked at
 * @param functions how many bodies, function literals included
 * @param problems files and packages that could not be looked at as they should, with the reason
 */
public record ScanReport(
    String root,
    List<Finding> findings,
    List<RuleInfo> rules,
    int uncertain,
    int ignored,
    int packages,
    int functions,
    List<String> problems) {
  public ScanReport {
    findings = List.copyOf(findings);
    rules = List.copyOf(rules);
    problems = List.copyOf(problems);
  }

  /** The same, with what could not be looked at as it should. */
  public ScanReport withProblems(List<String> found) {
    return new ScanReport(root, findings, rules, uncertain, ignored, packages, functions, found);
  }

  /** The same with fewer findings. */
  public ScanReport withFindings(List<Finding> left) {
    return new ScanReport(root, left, rules, uncertain, ignored, packages, functions, problems);
  }

  public long count(LeakClass leakClass) {
    return findings.stream().filter(finding -> finding.leakClass() == leakClass).count();
  }

  /** A file as it is told: from the root where it is below it. */
  public String relative(String file) {
    return file.startsWith(root + "/") ? file.substring(root.length() + 1) : file;
  }
}
