package dev.tidemark.cli;

import dev.tidemark.golang.module.FileTree;
import dev.tidemark.report.scan.UnifiedDiff;
import dev.tidemark.scan.Finding;
import dev.tidemark.scan.ScanReport;
import dev.tidemark.scan.cache.PackageEntry;
import dev.tidemark.scan.mend.Edit;
import dev.tidemark.scan.mend.Edits;
import dev.tidemark.scan.mend.Mend;
import dev.tidemark.scan.mend.Mender;
import dev.tidemark.scan.mend.Proof;
import dev.tidemark.workspace.FileReplacement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a machine can do about the findings of a report. Files with findings are parsed once more,
 * so that it does not matter whether a finding is of this scan or was kept from an earlier one;
 * what is offered was proven by a scan of the files as they would be.
 *
 * @param all one for each finding, in their order
 * @param before what the files held that would be changed
 */
record Mends(List<Mend> all, Map<String, byte[]> before) {
  /**
   * @param entries what was found out about the packages as they are
   */
  static Mends of(ScanReport report, SourceScan source, List<PackageEntry> entries) {
    FileTree files = source.module().files();
    Map<String, byte[]> read = new HashMap<>();
    Map<String, Mender> menders = new HashMap<>();
    List<Mend> mends = new ArrayList<>();
    List<Edit> taken = new ArrayList<>();
    for (Finding finding : report.findings()) {
      Mend mend =
          menders
              .computeIfAbsent(
                  finding.span().file(),
                  file -> {
                    byte[] bytes = files.read(file).orElse(new byte[0]);
                    read.put(file, bytes);
                    return Mender.of(file, bytes);
                  })
              .mend(finding);
      mends.add(withoutOverlap(mend, taken));
    }
    List<Mend> proven = proven(mends, read, source, entries);
    read.keySet().retainAll(Proof.byFile(offered(proven)).keySet());
    return new Mends(proven, read);
  }

  private static Mend withoutOverlap(Mend mend, List<Edit> taken) {
    if (mend instanceof Mend.Offered offered) {
      boolean isTaken =
          offered.edits().stream()
              .anyMatch(
                  edit -> taken.stream().anyMatch(one -> !one.equals(edit) && one.overlaps(edit)));
      if (isTaken) {
        return new Mend.Left(mend.finding(), "another change is made there: run --fix again");
      }
      taken.addAll(offered.edits());
    }
    return mend;
  }

  /** Takes back what does not do what it is for, until all of the rest does. */
  private static List<Mend> proven(
      List<Mend> mends, Map<String, byte[]> read, SourceScan source, List<PackageEntry> entries) {
    List<Mend> left = new ArrayList<>(mends);
    ScanReport now = source.all(entries);
    for (List<Mend.Offered> offered = offered(left); !offered.isEmpty(); offered = offered(left)) {
      FileTree edited = new EditedFiles(source.module().files(), edited(offered, read));
      List<Mend.Left> failures = Proof.failures(now, source.runOn(edited, entries), offered);
      if (failures.isEmpty()) {
        break;
      }
      left.replaceAll(mend ->
          failures.stream()
              .filter(one -> one.finding().equals(mend.finding()))
              .<Mend>map(one -> one)
              .findFirst()
              .orElse(mend));
    }
    return left;
  }

  private static Map<String, byte[]> edited(
      List<Mend.Offered> offered, Map<String, byte[]> before) {
    Map<String, byte[]> edited = new TreeMap<>();
    Proof.byFile(offered)
        .forEach((file, edits) ->
            edited.put(file, Edits.of(edits).applied(before.getOrDefault(file, new byte[0]))));
    return edited;
  }

  private static List<Mend.Offered> offered(List<Mend> mends) {
    return mends.stream()
        .filter(Mend.Offered.class::isInstance)
        .map(Mend.Offered.class::cast)
        .toList();
  }

  /** What is left to a person. */
  List<Finding> left() {
    return all.stream().filter(mend -> mend instanceof Mend.Left).map(Mend::finding).toList();
  }

  /** Edits by the finding that they mend. */
  Map<Finding, List<Edit>> edits() {
    Map<Finding, List<Edit>> edits = new HashMap<>();
    offered(all).forEach(one -> edits.put(one.finding(), one.edits()));
    return edits;
  }

  /** What would be changed, in the order of files. */
  String diff(ScanReport report) {
    StringBuilder out = new StringBuilder();
    new TreeMap<>(Proof.byFile(offered(all)))
        .forEach((file, edits) ->
            out.append(
                UnifiedDiff.of(
                    report.relative(file), before.getOrDefault(file, new byte[0]), edits)));
    return out.toString();
  }

  /** Changes the files; what could not be changed is left after all. */
  Mends written() {
    Map<String, String> refused = new HashMap<>();
    FileReplacement replacement = new FileReplacement();
    edited(offered(all), before)
        .forEach((file, after) -> {
          try {
            replacement.replace(Path.of(file), before.getOrDefault(file, new byte[0]), after);
          } catch (FileReplacement.Refused why) {
            refused.put(file, String.valueOf(why.getMessage()));
          }
        });
    List<Mend> done = new ArrayList<>(all);
    done.replaceAll(mend -> {
      String why = refused.get(mend.finding().span().file());
      return why != null && mend instanceof Mend.Offered
          ? new Mend.Left(mend.finding(), "the file was not changed: " + why)
          : mend;
    });
    return new Mends(List.copyOf(done), before);
  }
}
