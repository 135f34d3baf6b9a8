package dev.tidemark.diagnose.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.detect.GoroutineGroup;
import dev.tidemark.detect.GoroutineHistory;
import dev.tidemark.detect.GoroutineObservation;
import dev.tidemark.detect.GoroutineState;
import dev.tidemark.detect.GoroutineSuspect;
import dev.tidemark.detect.HeapSuspect;
import dev.tidemark.detect.MetricsHistory;
import dev.tidemark.detect.Points;
import dev.tidemark.detect.Sites;
import dev.tidemark.diagnose.KnownShape;
import dev.tidemark.profile.Frame;
import dev.tidemark.profile.frame.FrameOwners;
import dev.tidemark.series.Quantity;
import dev.tidemark.series.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A made process over three minutes, read every ten seconds and collected as often. Functions of
 * packages {@code shop/…} are the service's own; stacks are leaf first.
 */
final class Scene {
  private static final int READINGS = 18;
  private static final long STEP_MILLIS = 10_000;
  private static final Sites SITES = new Sites(FrameOwners.withoutHint());

  private final List<HeapSuspect> heap = new ArrayList<>();
  private final Map<GoroutineGroup, GoroutineState> last = new HashMap<>();
  private final Map<GoroutineGroup, Boolean> isSteady = new HashMap<>();
  private final List<MetricsHistory.MetricsObservation> metrics = new ArrayList<>();
  private String creator = "";
  private GoroutineGroup asked = new GoroutineGroup(List.of());

  /** The goroutines added next are started by this function. */
  Scene startedBy(String function) {
    creator = function;
    return this;
  }

  /** Goroutines that pile up; the last ones added are asked for. */
  Scene goroutines(String waitsFor, int minutes, String... functions) {
    List<Frame> createdBy = creator.isEmpty() ? List.of() : List.of(new Frame(creator, "a.go", 1));
    asked = new GoroutineGroup(frames(functions));
    last.put(asked, new GoroutineState(500, waitsFor, minutes, createdBy));
    creator = "";
    return this;
  }

  Scene goroutines(String waitsFor, String... functions) {
    return goroutines(waitsFor, 2, functions);
  }

  /** A goroutine that is there all the time. */
  Scene oneGoroutine(String waitsFor, String... functions) {
    GoroutineGroup group = new GoroutineGroup(frames(functions));
    last.put(group, new GoroutineState(1, waitsFor, 2, List.of()));
    isSteady.put(group, true);
    return this;
  }

  /** Memory that grows, in objects of some bytes; the first added is asked for. */
  Scene memory(int objectBytes, String... functions) {
    List<Frame> stack = frames(functions);
    Points bytes = line(objectBytes * 100.0);
    heap.add(
        new HeapSuspect(
            SITES.apply(stack), stack, bytes.trend(0, 1), line(100).trend(0, 1), bytes));
    return this;
  }

  Scene memory(String... functions) {
    return memory(64, functions);
  }

  /** Memory that was not there until the last reading. */
  Scene passingMemory(String... functions) {
    List<Frame> stack = frames(functions);
    long[] times = new long[READINGS];
    double[] values = new double[READINGS];
    for (int reading = 0; reading < READINGS; reading++) {
      times[reading] = timeMillis(reading);
    }
    values[READINGS - 1] = 6400;
    Points bytes = new Points(times, values);
    heap.add(
        new HeapSuspect(SITES.apply(stack), stack, bytes.trend(0, 1), bytes.trend(0, 1), bytes));
    return this;
  }

  /** Finalizers that are queued and not run, by the metrics. */
  Scene finalizersQueueUp(double perReading) {
    for (int reading = 0; reading < READINGS; reading++) {
      Map<Quantity, Double> values =
          Map.of(
              Quantity.FINALIZERS_QUEUED,
              1000 + perReading * (reading + 1),
              Quantity.FINALIZERS_EXECUTED,
              1000.0);
      metrics.add(new MetricsHistory.MetricsObservation(timeMillis(reading), new Reading(values)));
    }
    return this;
  }

  static long timeMillis(int reading) {
    return reading * STEP_MILLIS;
  }

  List<KnownShape> knownShapesOfMemory() {
    return checked(Shapes.of(new HeapSighting(heap.getFirst(), around())));
  }

  List<KnownShape> knownShapesOfGoroutines() {
    return checked(Shapes.of(goroutineSighting()));
  }

  GoroutineSighting goroutineSighting() {
    for (GoroutineSuspect suspect : history().ranked(SITES)) {
      if (suspect.group().equals(asked)) {
        return new GoroutineSighting(suspect, around());
      }
    }
    throw new IllegalStateException("no goroutines in this scene");
  }

  HeapSighting heapSighting() {
    return new HeapSighting(heap.getFirst(), around());
  }

  List<String> shapesOfMemory() {
    return knownShapesOfMemory().stream().map(KnownShape::name).toList();
  }

  List<String> shapesOfGoroutines() {
    return knownShapesOfGoroutines().stream().map(KnownShape::name).toList();
  }

  Surroundings around() {
    return new Surroundings(
        heap,
        history().ranked(SITES),
        new Waits(history().observations(), line(0)),
        MetricsHistory.of(metrics),
        SITES);
  }

  private static List<KnownShape> checked(List<KnownShape> shapes) {
    for (KnownShape shape : shapes) {
      assertThat(shape.title()).as(shape.name()).hasSizeBetween(10, 80);
      assertThat(shape.fix()).as(shape.name()).hasSizeBetween(10, 140).doesNotContain("{");
    }
    return shapes;
  }

  private GoroutineHistory history() {
    List<GoroutineObservation> observations = new ArrayList<>();
    for (int reading = 0; reading < READINGS; reading++) {
      Map<GoroutineGroup, GoroutineState> groups = new HashMap<>();
      int share = reading + 1;
      last.forEach((group, state) ->
          groups.put(
              group,
              new GoroutineState(
                  isSteady.containsKey(group) ? state.count() : state.count() * share / READINGS,
                  state.waitsFor(),
                  0,
                  List.of())));
      observations.add(new GoroutineObservation(timeMillis(reading), false, groups));
    }
    observations.add(new GoroutineObservation(timeMillis(READINGS - 1) + 1, true, last));
    return GoroutineHistory.of(observations);
  }

  private static Points line(double perReading) {
    long[] times = new long[READINGS];
    double[] values = new double[READINGS];
    for (int reading = 0; reading < READINGS; reading++) {
      times[reading] = timeMillis(reading);
      values[reading] = perReading * (reading + 1);
    }
    return new Points(times, values);
  }

  private static List<Frame> frames(String... functions) {
    List<Frame> frames = new ArrayList<>();
    for (String function : functions) {
      frames.add(
          new Frame(function, isLibrary(function) ? "/go/pkg/mod/x@v1.0.0/a.go" : "a.go", 7));
    }
    return frames;
  }

  /** By the dot of a host's name. */
  private static boolean isLibrary(String function) {
    int slash = function.indexOf('/');
    return slash > 0 && function.substring(0, slash).indexOf('.') > 0;
  }
}
