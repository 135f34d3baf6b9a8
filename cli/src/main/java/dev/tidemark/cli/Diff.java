package dev.tidemark.cli;

import dev.tidemark.collect.EvidenceBuilder;
import dev.tidemark.collect.EvidenceBuilder.ProfileTables;
import dev.tidemark.collect.FileSources;
import dev.tidemark.collect.Unusable;
import dev.tidemark.detect.HeapHistory;
import dev.tidemark.detect.Plumbing;
import dev.tidemark.detect.Sites;
import dev.tidemark.diagnose.Diagnosis;
import dev.tidemark.diagnose.Evidence;
import dev.tidemark.diagnose.Report;
import dev.tidemark.diagnose.Words;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.ProfileKind;
import dev.tidemark.profile.flame.FlameTree;
import dev.tidemark.profile.frame.FrameOwners;
import dev.tidemark.profile.pprof.PprofWriter;
import dev.tidemark.profile.table.Grouping;
import dev.tidemark.profile.table.LeafCut;
import dev.tidemark.profile.table.Table;
import dev.tidemark.profile.table.TableProfile;
import dev.tidemark.profile.table.Totals;
import dev.tidemark.report.Difference;
import dev.tidemark.report.JsonDifference;
import dev.tidemark.report.MarkdownDifference;
import dev.tidemark.report.TotalsText;
import dev.tidemark.report.TreeText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** {@code tidemark diff}: what one profile has more or less than an earlier one. */
final class Diff implements Command {
  private static final int MOST_ENTRIES = 25;

  @Override
  public Syntax syntax() {
    Syntax.Builder syntax =
        Syntax.of(
                "diff",
                "compares two profiles of one kind: what grew, what shrank, kept apart. Two"
                    + " snapshots can't tell a leak from scatter; inspect of a run can.")
            .operand("BEFORE", 1, 1, "the earlier profile")
            .operand("AFTER", 1, 1, "the later one")
            .choice(
                "--view", List.of("top", "tree", "lines"), "functions, a call tree, or lines (top)")
            .choice("--format", ReportOutput.FORMATS, "how to say it (text)")
            .option("--type", "TYPE", "value to compare, such as alloc_space (heap: inuse_space)")
            .option("--most", "N", "entries to list (25); the rest is counted")
            .option("--output", "FILE", "write there instead of standard output")
            .option("--service", "PREFIX", "package path of the service's own code");
    return ProfileOptions.addTo(syntax)
        .example("tidemark diff before.pb.gz after.pb.gz", "functions by what they grew")
        .example("tidemark diff a.pb.gz b.pb.gz --view lines", "the same by line of code")
        .example(
            "tidemark diff a.pb.gz b.pb.gz --format pprof --output d.pb.gz",
            "as go tool pprof -diff_base has it")
        .build();
  }

  @Override
  public ExitCode run(Arguments arguments, Console console) throws CommandException {
    Limits limits = Limits.forHeap(Runtime.getRuntime().maxMemory());
    UnaryOperator<Profile> filter = ProfileOptions.filter(arguments);
    EvidenceBuilder both = new EvidenceBuilder(limits, filter);
    List<String> names = arguments.operands();
    try {
      for (String name : names) {
        // One builder for both: their tables share a dictionary, and so can be compared.
        new FileSources(limits, () -> both).read(List.of(name), console.in());
      }
    } catch (Unusable e) {
      throw new CommandException(String.valueOf(e.getMessage()), "");
    }
    ReadSources.complain(Map.of("", both), console);
    ProfileOptions.checkMatch(arguments, List.of(both));
    String source = names.get(0) + " " + names.get(1);
    Evidence evidence = both.evidence(source);
    List<Difference> differences = differences(arguments, both);
    if (differences.isEmpty()) {
      throw new CommandException(
          "there are no two profiles of one kind in " + source,
          "compare a heap profile with a heap profile");
    }
    write(arguments, console, evidence, differences);
    return ExitCode.OK;
  }

  private void write(
      Arguments arguments, Console console, Evidence evidence, List<Difference> differences)
      throws CommandException {
    Destination destination = new Destination(arguments, console);
    String view = arguments.value("--view", "top");
    Grouping grouping = view.equals("lines") ? Grouping.LINE : Grouping.FUNCTION;
    Difference first = differences.getFirst();
    List<String> names = arguments.operands();
    switch (arguments.value("--format", "text")) {
      case "json" -> {
        Report report =
            new Diagnosis(new Sites(FrameOwners.forMainModule(arguments.value("--service", ""))))
                .report(evidence);
        destination.write(
            JsonDifference.of(names.get(0), names.get(1), report, differences, grouping));
      }
      case "markdown" ->
          destination.write(
              MarkdownDifference.of(byWaiter(differences), grouping, most(arguments)));
      case "collapsed" -> destination.write(FlameTree.collapsed(first.change(), first.type()));
      case "pprof" -> destination.write(PprofWriter.write(TableProfile.of(first.change())));
      default ->
          destination.write(text(evidence, byWaiter(differences), view, grouping, most(arguments)));
    }
  }

  /** Goroutines by who waits, for by leaf all of them are in {@code runtime.gopark}. */
  private static List<Difference> byWaiter(List<Difference> differences) {
    List<Difference> shown = new ArrayList<>();
    for (Difference each : differences) {
      if (each.kind() == ProfileKind.GOROUTINE) {
        List<Table> cut = LeafCut.without(Plumbing::is, List.of(each.before(), each.after()));
        shown.add(Difference.of(each.kind(), each.type(), cut.getFirst(), cut.getLast()));
      } else {
        shown.add(each);
      }
    }
    return shown;
  }

  private static String text(
      Evidence evidence, List<Difference> differences, String view, Grouping grouping, int most) {
    StringBuilder text = new StringBuilder();
    for (Difference difference : differences) {
      if (text.length() > 0) {
        text.append('\n');
      }
      text.append(
          view.equals("tree")
              ? TreeText.of(difference)
              : TotalsText.ofDifference(
                  difference, Totals.of(difference.change(), difference.type(), grouping), most));
    }
    HeapHistory heap = evidence.heap();
    if (heap.seen() == 2) {
      text.append('\n').append(apart(heap));
    }
    return text.toString();
  }

  private static String apart(HeapHistory heap) {
    if (heap.count() == 1) {
      return "The two hold the same values: no collection lies between them.\n";
    }
    long millis = heap.lastMillis() - heap.firstMillis();
    return "Taken "
        + Words.duration(Duration.ofMillis(millis))
        + " apart. For a verdict: tidemark inspect of a run of eight or more.\n";
  }

  private static List<Difference> differences(Arguments arguments, EvidenceBuilder both)
      throws CommandException {
    List<Difference> differences = new ArrayList<>();
    List<ProfileTables> pairs = new ArrayList<>();
    ProfileTables heap = both.heapTables();
    if (heap.tables().size() >= 2) {
      pairs.add(heap);
    }
    both.others().values().stream().filter(p -> p.tables().size() >= 2).forEach(pairs::add);
    String wanted = arguments.value("--type", "");
    for (ProfileTables pair : pairs) {
      var before = pair.tables().getFirst();
      var after = pair.tables().getLast();
      if (!before.header().sampleTypes().equals(after.header().sampleTypes())) {
        continue;
      }
      int type = wanted.isEmpty() ? ReportOutput.typeShown(after) : after.header().column(wanted);
      if (type < 0) {
        throw new CommandException(
            "the profiles have no values " + wanted, "they have " + after.header().sampleTypes());
      }
      differences.add(Difference.of(after.header().kind(), type, before, after));
    }
    return differences;
  }

  private static int most(Arguments arguments) throws CommandException {
    String text = arguments.value("--most", String.valueOf(MOST_ENTRIES));
    try {
      int most = Integer.parseInt(text);
      if (most > 0) {
        return most;
      }
    } catch (NumberFormatException notANumber) {
      // Said below, like a number that is none to list by.
    }
    throw new CommandException("--most takes a whole number above 0, not `" + text + "`", "");
  }
}
