package dev.tidemark.scan.mend;

import dev.tidemark.scan.Finding;
import dev.tidemark.scan.ScanReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares scans before and after edits: what was mended is gone, and nothing else has come. */
public final class Proof {
  private static final String STAYS = "a scan of the changed file still finds it";
  private static final String BRINGS = "a scan of the changed file finds something else there";

  private final Map<Known, Integer> change = new HashMap<>();
  private final Map<String, Edits> edits = new HashMap<>();

  private record Known(String rule, String file, int line) {}

  private Proof() {}

  /**
   * Those of the offers that do not do what they are for.
   *
   * @param before all there is, what is held back too
   * @param after the same of the files with all edits of the offers
   */
  public static List<Mend.Left> failures(
      ScanReport before, ScanReport after, List<Mend.Offered> offers) {
    Proof proof = new Proof();
    byFile(offers).forEach((file, all) -> proof.edits.put(file, Edits.of(all)));
    before.findings().forEach(finding -> proof.count(finding, proof.line(finding), -1));
    after.findings().forEach(finding -> proof.count(finding, finding.span().line(), 1));
    offers.forEach(offer -> proof.count(offer.finding(), proof.line(offer.finding()), 1));
    // Of what is left above zero, there is more afterwards than there should be.
    List<Mend.Left> failures = new ArrayList<>();
    for (Mend.Offered offer : offers) {
      Finding finding = offer.finding();
      if (proof.isMore(proof.known(finding, proof.line(finding)))) {
        failures.add(new Mend.Left(finding, STAYS));
      } else if (proof.change.keySet().stream()
          .anyMatch(one -> one.file.equals(finding.span().file()) && proof.isMore(one))) {
        failures.add(new Mend.Left(finding, BRINGS));
      }
    }
    boolean isElsewhere =
        failures.isEmpty() && proof.change.keySet().stream().anyMatch(proof::isMore);
    if (isElsewhere) {
      offers.forEach(offer -> failures.add(new Mend.Left(offer.finding(), BRINGS)));
    }
    return failures;
  }

  /** Edits of offers, by their file. */
  public static Map<String, List<Edit>> byFile(List<Mend.Offered> offers) {
    Map<String, List<Edit>> byFile = new HashMap<>();
    for (Mend.Offered offer : offers) {
      for (Edit edit : offer.edits()) {
        byFile.computeIfAbsent(edit.file(), _ -> new ArrayList<>()).add(edit);
      }
    }
    return byFile;
  }

  private void count(Finding finding, int line, int by) {
    change.merge(known(finding, line), by, Integer::sum);
  }

  private Known known(Finding finding, int line) {
    return new Known(finding.rule().id(), finding.span().file(), line);
  }

  private boolean isMore(Known known) {
    return change.getOrDefault(known, 0) > 0;
  }

  /** Where a line of before is afterwards. */
  private int line(Finding finding) {
    Edits made = edits.get(finding.span().file());
    int line = finding.span().line();
    return made == null ? line : made.line(line);
  }
}
