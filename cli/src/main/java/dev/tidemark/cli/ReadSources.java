package dev.tidemark.cli;

import dev.tidemark.collect.EvidenceBuilder;
import dev.tidemark.diagnose.Evidence;
import dev.tidemark.diagnose.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says on standard error what could not be read, and ends the command where nothing could. */
final class ReadSources {
  private static final int MOST_LINES = 10;

  private ReadSources() {}

  static void complain(Map<String, EvidenceBuilder> processes, Console console)
      throws CommandException {
    List<Unreadable> unreadable = new ArrayList<>();
    int understood = 0;
    for (Map.Entry<String, EvidenceBuilder> process : processes.entrySet()) {
      Evidence evidence = process.getValue().evidence(process.getKey());
      unreadable.addAll(evidence.unreadable());
      understood += process.getValue().understood();
    }
    int all = understood + unreadable.size();
    if (all == 0) {
      throw new CommandException("no captures there", "a run is a directory of profiles");
    }
    for (Unreadable each : unreadable.subList(0, Math.min(MOST_LINES, unreadable.size()))) {
      console.complain(each.name() + ": " + each.problem(), "");
    }
    if (unreadable.size() > MOST_LINES) {
      console.complain("%,d more that can't be read".formatted(unreadable.size() - MOST_LINES), "");
    }
    if (understood == 0) {
      throw new CommandException(
          all == 1 ? "the input is not readable" : "nothing readable in %,d inputs".formatted(all),
          "");
    }
    if (!unreadable.isEmpty()) {
      console.complain(
          "read %,d of %,d inputs%s"
              .formatted(
                  understood,
                  all,
                  unreadable.size() == 1 ? " (not " + unreadable.getFirst().name() + ")" : ""),
          "");
    }
  }
}
