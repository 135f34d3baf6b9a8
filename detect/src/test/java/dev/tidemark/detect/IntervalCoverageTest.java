package dev.tidemark.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.detect.SimulatedHeap.SimulatedSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whether 95% intervals of sites hold the truth in 95%: simulated heaps with turnover light and
 * heavy, objects small and large, short and long runs, collections often and seldom.
 */
class IntervalCoverageTest {
  private static final double MIB = 1 << 20;
  private static final int HEAPS = Integer.getInteger("tidemark.simulations", 240);
  private static final List<Outcome> OUTCOMES = new ArrayList<>();

  private record Outcome(SimulatedSite site, boolean holds, boolean calledGrowing) {}

  @BeforeAll
  static void simulate() {
    double[] sizes = {64, 4096, 100_000, 1_000_000};
    double[] growths = {0, 0.5, 1, 3, 10};
    double[][] rest = {
      {0, 0, 1}, {20, 0, 1}, {0, 20, 0.05}, {0, 20, 0.5}, {0, 20, 3}, {10, 10, 20}, {0, 100, 0.2}
    };
    int[][] looks = {{3, 60}, {6, 20}, {13, 10}, {16, 10}, {30, 10}, {60, 10}};
    double[] collections = {0.05, 0.15, 0.5, 2};
    List<SimulatedSite> sites = new ArrayList<>();
    for (double size : sizes) {
      for (double growth : growths) {
        for (double[] each : rest) {
          sites.add(new SimulatedSite(size, growth * MIB, each[0] * MIB, each[1] * MIB, each[2]));
        }
      }
    }
    for (int seed = 0; seed < HEAPS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int[] look = looks[seed % looks.length];
      double every = look[1] / 60.0;
      double between = collections[random.nextInt(collections.length)];
      boolean forced = random.nextInt(4) == 0;
      add(SimulatedHeap.history(random, sites, look[0], every, between, forced, true), sites);
    }
  }

  private static void add(HeapHistory history, List<SimulatedSite> sites) {
    TrendFitter fitter = TrendFitter.ofSampled(history.minutes());
    for (int row = 0; history.count() > 1 && row < sites.size(); row++) {
      Trend trend = SiteSeries.of(history, List.of(row)).byteTrend(fitter);
      Growth growth = trend.growth();
      double truth = sites.get(row).growth();
      OUTCOMES.add(
          new Outcome(
              sites.get(row),
              growth.low() <= truth && truth <= growth.high(),
              trend.chanceOfSlopeUpTo(0) < 0.001));
    }
  }

  @Test
  void intervalsHoldTheTruthIn95Percent() {
    assertThat(share("all sites", _ -> true)).isBetween(0.94, 0.97);
  }

  @Test
  void smallAndLargeObjectsAreHeldAlike() {
    for (double size : new double[] {64, 4096, 100_000, 1_000_000}) {
      assertThat(share("objects of %,.0f bytes".formatted(size), site -> site.size() == size))
          .isBetween(0.93, 0.98);
    }
  }

  @Test
  void turnoverMakesNoDifference() {
    assertThat(share("nothing but the leak", site -> site.kept() + site.turned() == 0))
        .isBetween(0.92, 0.98);
    assertThat(share("turned over in 3 s", site -> site.lifetimeMinutes() == 0.05))
        .isBetween(0.93, 0.98);
    assertThat(share("turned over in 3 min", site -> site.lifetimeMinutes() == 3))
        .isBetween(0.92, 0.98);
    assertThat(share("kept all the time", site -> site.kept() == 20 * MIB)).isBetween(0.93, 0.99);
  }

  @Test
  void hardlyAFlatSiteInAThousandIsCalledGrowing() {
    List<Outcome> flat = OUTCOMES.stream().filter(each -> each.site.growth() == 0).toList();
    double called = flat.stream().filter(Outcome::calledGrowing).count() / (double) flat.size();
    print("flat sites called growing", called, flat.size());
    assertThat(called).isLessThan(0.001);
  }

  private static double share(String name, Predicate<SimulatedSite> which) {
    List<Outcome> some = OUTCOMES.stream().filter(each -> which.test(each.site)).toList();
    double share = some.stream().filter(Outcome::holds).count() / (double) some.size();
    print("hold the truth: " + name, share, some.size());
    return share;
  }

  private static void print(String name, double share, int of) {
    System.out.printf(Locale.ROOT, "%6.2f%% of %,8d intervals  %s%n", share * 100, of, name);
  }
}
