package dev.tidemark.cli;

import dev.tidemark.report.scan.SarifReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reports of other tools, as files. */
final class SarifFiles {
  /** Larger ones are hardly about one module, and would not fit into memory. */
  private static final long LARGEST = 64L << 20;

  private SarifFiles() {}

  /**
   * @param root the folder that is scanned
   */
  static List<SarifReport> read(List<String> files, String root) throws CommandException {
    List<SarifReport> reports = new ArrayList<>();
    for (String file : files) {
      reports.add(read(file, root));
    }
    return reports;
  }

  private static SarifReport read(String file, String root) throws CommandException {
    String why;
    try {
      Path path = Path.of(file);
      if (Files.isRegularFile(path) && Files.size(path) > LARGEST) {
        why = "has more than %,d MiB".formatted(LARGEST >> 20);
      } else {
        return SarifReport.of(Files.readAllBytes(path), root);
      }
    } catch (SarifReport.Unusable e) {
      why = String.valueOf(e.getMessage());
    } catch (IOException e) {
      why = Files.exists(Path.of(file)) ? "can't be read" : "does not exist";
    }
    throw new CommandException(
        file + " " + why,
        "give a SARIF 2.1.0 report, such as `golangci-lint run --output.sarif.path FILE` writes");
  }
}
