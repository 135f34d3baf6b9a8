package dev.tidemark.config;

import dev.tidemark.golang.build.Platform;
import dev.tidemark.scan.Choice;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Limits;
import dev.tidemark.scan.Rules;
import dev.tidemark.scan.Settings;
import dev.tidemark.scan.Wrappers;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How {@code scan} is configured.
 *
 * @param failing classes whose findings fail a build
 * @param excluded files of which findings are not told
 * @param platform what is built for
 * @param readsTests whether test files are looked at
 * @param largestFile bytes of a file that is read
 */
public record ScanOptions(
    Settings settings,
    Set<LeakClass> failing,
    Globs excluded,
    Platform platform,
    boolean readsTests,
    long largestFile) {
  public static final ScanOptions DEFAULT =
      new ScanOptions(
          new Settings(new Choice(Rules.offByDefault(), Map.of()), Wrappers.NONE, Limits.DEFAULT),
          EnumSet.of(LeakClass.LEAK),
          Globs.NONE,
          Platform.linux(),
          true,
          16L << 20);

  public ScanOptions {
    failing = Set.copyOf(failing);
  }
}
