package dev.tidemark.golang.summary;

import dev.tidemark.golang.check.Importer;
import dev.tidemark.golang.program.SummarySource;
import dev.tidemark.golang.types.Package;
import dev.tidemark.golang.types.Resolution;
import java.util.List;
import java.util.Optional;

/** Several sources of summaries: of a package the first that knows it is asked. */
public record Summaries(List<SummarySource> sources) implements SummarySource {
  public Summaries {
    sources = List.copyOf(sources);
  }

  @Override
  public boolean has(String path) {
    return sources.stream().anyMatch(source -> source.has(path));
  }

  @Override
  public Optional<Package> summary(String path, Importer importer, Resolution resolution) {
    for (SummarySource source : sources) {
      Optional<Package> found = source.summary(path, importer, resolution);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
