package dev.tidemark.cli;

import dev.tidemark.diagnose.Report;
import dev.tidemark.diagnose.Verdict;
import java.util.List;

/** Exit codes of verdicts. Of several, the one that most needs action. */
final class Verdicts {
  private Verdicts() {}

  static ExitCode exitCode(List<Report> reports) {
    ExitCode worst = ExitCode.OK;
    for (Report report : reports) {
      ExitCode code = exitCode(report.verdict());
      if (code == ExitCode.FOUND || worst == ExitCode.OK) {
        worst = code;
      }
    }
    return worst;
  }

  private static ExitCode exitCode(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Leak _ -> ExitCode.FOUND;
      case Verdict.GoroutineLeak _ -> ExitCode.FOUND;
      case Verdict.OutsideHeap _ -> ExitCode.FOUND;
      case Verdict.Flood _ -> ExitCode.OK;
      case Verdict.WarmUp _ -> ExitCode.OK;
      case Verdict.Load _ -> ExitCode.OK;
      case Verdict.HighWater _ -> ExitCode.OK;
      case Verdict.Steady _ -> ExitCode.OK;
      case Verdict.Inconclusive _ -> ExitCode.INCONCLUSIVE;
    };
  }
}
