package dev.tidemark.report.scan;

import dev.tidemark.scan.Finding;
import dev.tidemark.scan.ScanReport;
import dev.tidemark.scan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a scan found that an earlier one had not. An earlier finding stands for one that is there
 * now, and for one only, if both are of a rule and alike in one of these, which are tried in turn:
 *
 * <ol>
 *   <li>the function and the line of code: it was only moved within the function, or its file was
 *       renamed;
 *   <li>the function's own name and the line of code: it was moved to another package or type;
 *   <li>the line of code and those of all steps: the function was renamed, split or joined;
 *   <li>the function and what is said of it: the line was edited.
 * </ol>
 *
 * <p>What is worse than it was is new.
 */
public final class NewFindings {
  private static final Pattern LITERALS = Pattern.compile("\\.func[0-9]+(\\.[0-9]+)*$");

  private NewFindings() {}

  /** What a finding is told by. */
  private interface Likeness {
    Object of(Finding finding, SourceLines source);
  }

  private static final List<Likeness> LIKENESSES =
      List.of(
          (finding, source) ->
              List.of(id(finding), function(finding), Fingerprints.code(source, finding.span())),
          (finding, source) ->
              List.of(id(finding), name(finding), Fingerprints.code(source, finding.span())),
          NewFindings::codes,
          (finding, _) ->
              List.of(id(finding), function(finding), Baseline.withoutNumbers(finding.message())));

  /**
   * @param linesBefore of the files as they were
   */
  public static ScanReport since(
      ScanReport before, SourceLines linesBefore, ScanReport now, SourceLines linesNow) {
    List<Finding> left = new ArrayList<>(before.findings());
    Set<Integer> known = new HashSet<>();
    for (Likeness likeness : LIKENESSES) {
      Map<Object, List<Finding>> earlier = new HashMap<>();
      for (Finding one : left) {
        earlier.computeIfAbsent(likeness.of(one, linesBefore), _ -> new ArrayList<>()).add(one);
      }
      for (int i = 0; i < now.findings().size(); i++) {
        Finding finding = now.findings().get(i);
        if (!known.contains(i) && isTaken(earlier.get(likeness.of(finding, linesNow)), finding)) {
          known.add(i);
        }
      }
      left = earlier.values().stream().flatMap(List::stream).toList();
    }
    List<Finding> fresh = new ArrayList<>();
    for (int i = 0; i < now.findings().size(); i++) {
      if (!known.contains(i)) {
        fresh.add(now.findings().get(i));
      }
    }
    return now.withFindings(fresh);
  }

  /** Takes one that was at least as bad. */
  private static boolean isTaken(@Nullable List<Finding> earlier, Finding finding) {
    if (earlier == null) {
      return false;
    }
    for (Finding one : earlier) {
      if (one.leakClass().compareTo(finding.leakClass()) <= 0) {
        return earlier.remove(one);
      }
    }
    return false;
  }

  private static String id(Finding finding) {
    return finding.rule().id();
  }

  /** The declared function; outside of functions the file. */
  private static String function(Finding finding) {
    return finding.function().isEmpty()
        ? finding.span().file()
        : LITERALS.matcher(finding.function()).replaceFirst("");
  }

  private static String name(Finding finding) {
    String function = function(finding);
    return finding.function().isEmpty() ? "" : function.substring(function.lastIndexOf('.') + 1);
  }

  private static List<String> codes(Finding finding, SourceLines source) {
    List<String> codes = new ArrayList<>();
    codes.add(id(finding));
    codes.add(Fingerprints.code(source, finding.span()));
    for (Step step : finding.steps()) {
      codes.add(Fingerprints.code(source, step.span()));
    }
    return codes;
  }
}
