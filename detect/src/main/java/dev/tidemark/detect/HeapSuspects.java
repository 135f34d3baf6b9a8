package dev.tidemark.detect;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.table.Dictionary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The allocation sites of a run, by how surely and how fast they grow, so that a site that merely
 * scatters stands behind one that steadily climbs.
 */
public final class HeapSuspects {
  private final HeapHistory history;
  private final Function<List<Frame>, Site> siteOf;
  private final TrendFitter fitter;

  public HeapSuspects(HeapHistory history, Function<List<Frame>, Site> siteOf) {
    this.history = history;
    this.siteOf = siteOf;
    fitter = TrendFitter.ofSampled(history.isEmpty() ? new double[0] : history.minutes());
  }

  /** Every site that held live memory at some time, ranked. */
  public List<HeapSuspect> ranked() {
    if (history.isEmpty()) {
      return List.of();
    }
    List<HeapSuspect> suspects = new ArrayList<>();
    for (Map.Entry<Site, List<Integer>> entry : rowsBySite().entrySet()) {
      suspects.add(suspect(entry.getKey(), entry.getValue()));
    }
    suspects.sort(
        Comparator.comparing(HeapSuspect::isObserver)
            .thenComparing(s -> -s.bytes().rank())
            .thenComparing(s -> s.site().frame().toString()));
    return suspects;
  }

  /** What all sites but the listed ones grow by together. */
  public Trend together(List<HeapSuspect> ranked, List<HeapSuspect> listed) {
    Map<Site, List<Integer>> rowsBySite = rowsBySite();
    List<Integer> rows = new ArrayList<>();
    for (HeapSuspect suspect : ranked) {
      if (listed.contains(suspect)) {
        continue;
      }
      rows.addAll(rowsBySite.getOrDefault(Sites.key(suspect.site()), List.of()));
    }
    return bytes(rows);
  }

  /** All live bytes, as the profiles have them. */
  public Course total() {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < (history.isEmpty() ? 0 : history.dictionary().rows()); row++) {
      rows.add(row);
    }
    return new SampledCourse(history, rows);
  }

  /** Live bytes that were allocated on a path. */
  public Course along(KeyPath path) {
    List<Integer> rows = new ArrayList<>();
    if (!history.isEmpty()) {
      Dictionary dictionary = history.dictionary();
      for (int row = 0; row < dictionary.rows(); row++) {
        if (path.holds(dictionary.framesOf(dictionary.rowStack(row)))) {
          rows.add(row);
        }
      }
    }
    return new SampledCourse(history, rows);
  }

  private Map<Site, List<Integer>> rowsBySite() {
    if (history.isEmpty()) {
      return Map.of();
    }
    Dictionary dictionary = history.dictionary();
    Site[] siteOfStack = new Site[dictionary.stacks()];
    Map<Site, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < dictionary.rows(); row++) {
      if (isLiveAtSomeTime(row)) {
        int stack = dictionary.rowStack(row);
        Site site = siteOfStack[stack];
        if (site == null) {
          site = siteOf.apply(dictionary.framesOf(stack));
          siteOfStack[stack] = site;
        }
        rows.computeIfAbsent(site, _ -> new ArrayList<>()).add(row);
      }
    }
    return rows;
  }

  private boolean isLiveAtSomeTime(int row) {
    for (int i = 0; i < history.count(); i++) {
      if (history.inUseSpace(i, row) != 0) {
        return true;
      }
    }
    return false;
  }

  private HeapSuspect suspect(Site site, List<Integer> rows) {
    int steepest = rows.getFirst();
    for (int row : rows) {
      if (change(row) > change(steepest)) {
        steepest = row;
      }
    }
    Dictionary dictionary = history.dictionary();
    List<Frame> stack = dictionary.framesOf(dictionary.rowStack(steepest));
    boolean isInnermost = site.choice() == Site.Choice.INNERMOST && !stack.isEmpty();
    SiteSeries series = SiteSeries.of(history, rows);
    return new HeapSuspect(
        isInnermost ? new Site(stack.getFirst(), site.choice()) : site,
        stack,
        series.byteTrend(fitter),
        series.objectTrend(fitter),
        new SampledCourse(history, rows));
  }

  private long change(int row) {
    return history.inUseSpace(history.count() - 1, row) - history.inUseSpace(0, row);
  }

  private Trend bytes(List<Integer> rows) {
    return SiteSeries.of(history, rows).byteTrend(fitter);
  }
}
