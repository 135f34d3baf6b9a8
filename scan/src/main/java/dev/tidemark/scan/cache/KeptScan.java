package dev.tidemark.scan.cache;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an earlier scan of the same module found out, by package.
 *
 * @param contents digests of the files as they are now, by package
 */
public record KeptScan(Map<String, PackageEntry> packages, Map<String, String> contents) {
  private static final byte[] NO_SUMMARIES = {};

  /** Where there was none. */
  public static KeptScan none(Map<String, String> contents) {
    return new KeptScan(Map.of(), contents);
  }

  public static KeptScan of(List<PackageEntry> entries, Map<String, String> contents) {
    return new KeptScan(
        entries.stream().collect(Collectors.toMap(PackageEntry::path, Function.identity())),
        contents);
  }

  /** Whether what is found out will be kept. */
  public boolean isWanted() {
    return !contents.isEmpty();
  }

  /** What was found out about a package whose files are still the same. */
  public Optional<PackageEntry> kept(String path) {
    PackageEntry entry = packages.get(path);
    return entry != null && entry.contents().equals(contents(path))
        ? Optional.of(entry)
        : Optional.empty();
  }

  public String contents(String path) {
    return contents.getOrDefault(path, "");
  }

  /** Whether others see something else of a package than they did. */
  public boolean isChanged(PackageEntry now) {
    PackageEntry before = packages.get(now.path());
    return before == null || !before.exports().equals(now.exports());
  }

  /** The summaries of a package's functions; of no bytes where there are none. */
  public byte[] summaries(String path) {
    PackageEntry entry = packages.get(path);
    return entry == null ? NO_SUMMARIES : entry.summaries();
  }
}
