package dev.tidemark.diagnose.argument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.detect.GoroutineHistory;
import dev.tidemark.detect.HeapHistory;
import dev.tidemark.detect.MetricsHistory;
import dev.tidemark.detect.MetricsHistory.MetricsObservation;
import dev.tidemark.detect.Sites;
import dev.tidemark.diagnose.Diagnosis;
import dev.tidemark.diagnose.Evidence;
import dev.tidemark.diagnose.Report;
import dev.tidemark.profile.frame.FrameOwners;
import dev.tidemark.series.Quantity;
import dev.tidemark.series.Reading;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Verdicts on made-up metrics: what no recorded run of two minutes shows. */
class JudgeTest {
  private static final double MIB = 1 << 20;

  private final Map<Quantity, DoubleUnaryOperator> courses = new EnumMap<>(Quantity.class);
  private final SplittableRandom random = new SplittableRandom(3);

  @Test
  void aSlowLeakOverADayIsNoSteadyHeap() {
    with(Quantity.LIVE_HEAP, minute -> 200 * MIB + 1.2 * MIB * minute + noise(2 * MIB));
    assertThat(kindOver(24 * 60, 288)).isEqualTo("leak");
  }

  @Test
  void aHeapThatGrewByHalfIsNeverSteady() {
    with(Quantity.LIVE_HEAP, minute -> 3000 * MIB + 1.2 * MIB * minute + noise(5 * MIB));
    assertThat(kindOver(24 * 60, 288)).isEqualTo("leak");
  }

  @Test
  void fewGoroutinesAMinuteAreAPileAfterADay() {
    with(Quantity.LIVE_HEAP, _ -> 50 * MIB + noise(MIB / 4));
    with(Quantity.GOROUTINES, minute -> 20 + Math.floor(3 * minute));
    assertThat(kindOver(24 * 60, 288)).isEqualTo("goroutine-leak");
  }

  @Test
  void aFewMoreConnectionsAreNoPile() {
    with(Quantity.LIVE_HEAP, _ -> 50 * MIB + noise(MIB / 4));
    with(Quantity.GOROUTINES, minute -> 20 + Math.floor(4 * minute));
    assertThat(kindOver(2.5, 16)).isEqualTo("steady");
  }

  @Test
  void aReadingThatLacksAQuantityCostsThatReadingOnly() {
    with(Quantity.LIVE_HEAP, _ -> 50 * MIB + noise(MIB / 8));
    with(Quantity.MAPPED_BY_GO, _ -> 90 * MIB);
    with(Quantity.RELEASED_BY_GO, _ -> 10 * MIB);
    with(
        Quantity.RESIDENT_MEMORY,
        minute -> Math.abs(minute - 1) < 0.01 ? Double.NaN : (90 + 24 * minute) * MIB);
    assertThat(kindOver(2.5, 16)).isEqualTo("outside-heap");
  }

  @Test
  void whatIsOpenBesideTheHeapIsNotSteady() {
    with(Quantity.LIVE_HEAP, _ -> 50 * MIB + noise(MIB / 8));
    with(Quantity.GOROUTINES, minute -> minute < 2.4 ? 20 + 150 * minute : 5000);
    Report report = over(2.5, 16);
    assertThat(report.verdict().kind()).isEqualTo("inconclusive");
    assertThat(report.verdict().reasons().getLast()).contains("goroutines may grow");
    assertThat(report.observations())
        .noneMatch(observation -> observation.text().contains("not a goroutine leak"));
  }

  @Test
  void aMomentTellsNothing() {
    with(Quantity.LIVE_HEAP, minute -> 50 * MIB + 4000 * MIB * minute);
    Report report = over(0.1, 16);
    assertThat(report.verdict().kind()).isEqualTo("inconclusive");
    assertThat(report.verdict().reasons().getLast()).isEqualTo("that is seen over 6s only");
  }

  @Test
  void aLeakUnderASwingingLoadIsSeen() {
    DoubleUnaryOperator load = minute -> 1 + Math.sin(minute * 2);
    with(Quantity.LIVE_HEAP, minute -> (60 + 15 * load.applyAsDouble(minute) + 4 * minute) * MIB);
    double[] requests = {0};
    with(Quantity.REQUESTS, minute -> requests[0] += 100 * load.applyAsDouble(minute));
    assertThat(kindOver(10, 60)).isEqualTo("leak");
  }

  @Test
  void aSwingingLoadAloneIsLoad() {
    DoubleUnaryOperator load = minute -> 1 + Math.sin(minute * 2);
    with(
        Quantity.LIVE_HEAP,
        minute -> (60 + 15 * load.applyAsDouble(minute)) * MIB + noise(MIB / 2));
    double[] requests = {0};
    with(Quantity.REQUESTS, minute -> requests[0] += 100 * load.applyAsDouble(minute));
    assertThat(kindOver(10, 60)).isEqualTo("load");
  }

  @Test
  void aCacheThatFillsIsWarmUp() {
    with(Quantity.LIVE_HEAP, minute -> (20 + 30 * (1 - Math.exp(-minute))) * MIB + noise(MIB / 8));
    assertThat(kindOver(6, 36)).isEqualTo("warm-up");
  }

  @Test
  void aPlateauAfterAPeakIsHighWater() {
    with(
        Quantity.LIVE_HEAP,
        minute -> (minute < 1 ? 20 + 40 * minute : minute < 1.5 ? 60 : 40) * MIB + noise(MIB / 8));
    assertThat(kindOver(6, 36)).isEqualTo("high-water");
  }

  @Test
  void absurdValuesAreNoBug() {
    with(Quantity.LIVE_HEAP, minute -> 50 * MIB + 6 * MIB * minute);
    with(Quantity.RESIDENT_MEMORY, _ -> 1e300);
    assertThat(kindOver(2.5, 16)).isEqualTo("leak");
  }

  private void with(Quantity quantity, DoubleUnaryOperator course) {
    courses.put(quantity, course);
  }

  private double noise(double deviation) {
    return deviation * random.nextGaussian();
  }

  private String kindOver(double minutes, int looks) {
    return over(minutes, looks).verdict().kind();
  }

  private Report over(double minutes, int looks) {
    List<MetricsObservation> readings = new ArrayList<>();
    for (int i = 0; i < looks; i++) {
      double minute = minutes * i / (looks - 1);
      Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
      courses.forEach((quantity, course) -> {
        double value = course.applyAsDouble(minute);
        if (!Double.isNaN(value)) {
          values.put(quantity, value);
        }
      });
      readings.add(
          new MetricsObservation(1_000_000 + Math.round(minute * 60_000), new Reading(values)));
    }
    return new Diagnosis(new Sites(FrameOwners.withoutHint()))
        .report(
            new Evidence(
                "made up",
                HeapHistory.of(List.of()),
                GoroutineHistory.of(List.of()),
                GoroutineHistory.of(List.of()),
                MetricsHistory.of(readings),
                List.of(),
                List.of()));
  }
}
