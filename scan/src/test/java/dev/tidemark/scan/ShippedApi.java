package dev.tidemark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.golang.build.Platform;
import dev.tidemark.golang.module.GoVersion;
import dev.tidemark.golang.module.ModuleCache;
import dev.tidemark.golang.module.ModuleGraph;
import dev.tidemark.golang.program.Program;
import dev.tidemark.golang.program.SummarySource;
import dev.tidemark.golang.summary.Summaries;
import dev.tidemark.golang.summary.SummaryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scans single Go files, with what is shipped of the packages that they import. */
final class ShippedApi {
  private static final Path API =
      Path.of("../workspace/src/main/resources/dev/tidemark/workspace/api");

  private static final Pattern GO_LINE = Pattern.compile("(?m)^// go (1\\.\\d+)$");

  private final SummarySource summaries;

  private ShippedApi(SummarySource summaries) {
    this.summaries = summaries;
  }

  static ShippedApi read() throws IOException {
    List<SummarySource> sources = new ArrayList<>();
    for (String name : List.of("standard.api", "modules.api")) {
      SummaryFile.open(Files.readAllBytes(API.resolve(name))).ifPresent(sources::add);
    }
    assertThat(sources).hasSize(2);
    return new ShippedApi(new Summaries(sources));
  }

  /**
   * @param source of /shop/shop.go; {@code // go 1.20} on a line of its own is the module's go line
   */
  ScanReport scan(String source) {
    Matcher go = GO_LINE.matcher(source);
    String version = go.find() ? go.group(1) : "1.26";
    MemoryFiles files =
        new MemoryFiles(
            Map.of("/shop/go.mod", "module shop\n\ngo " + version + "\n", "/shop/shop.go", source));
    ModuleGraph modules = ModuleGraph.of(files, ModuleCache.none(files), "/shop");
    Program program = new Program(files, modules, Platform.linux(), summaries, true, true);
    ScanReport report =
        new Scan(program, Rules.all(), GoVersion.parse(version).orElseThrow())
            .run("/shop", List.of("shop"), _ -> true, false, Runnable::run, _ -> {});
    assertThat(program.broken()).as("files with syntax errors").isEmpty();
    return report;
  }
}
