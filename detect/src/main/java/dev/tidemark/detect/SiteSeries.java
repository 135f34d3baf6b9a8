package dev.tidemark.detect;

import java.util.List;

/**
 * The live bytes and objects of some rows together over a run, and what sampling may have done to
 * them.
 */
final class SiteSeries {
  /** What the known chance of sampling is worth beside what the run itself shows of its scatter. */
  private static final double TRUST_IN_SAMPLING = 4;

  private final double[] bytes;
  private final double[] objects;
  private double byteVariance;
  private double byteChanges;
  private double largestByteSample;
  private double objectVariance;
  private double objectChanges;
  private double largestObjectSample;

  private SiteSeries(int observations) {
    bytes = new double[observations];
    objects = new double[observations];
  }

  static SiteSeries of(HeapHistory history, List<Integer> rows) {
    SiteSeries series = new SiteSeries(history.count());
    for (int row : rows) {
      for (int i = 0; i < series.bytes.length; i++) {
        series.bytes[i] += history.inUseSpace(i, row);
        series.objects[i] += history.inUseObjects(i, row);
      }
      series.add(history.sampling(row));
    }
    return series;
  }

  private void add(HeapHistory.RowSampling sampling) {
    double inBytes = sampling.bytesPerSample();
    double inObjects = sampling.objectsPerSample();
    byteVariance += inBytes * inBytes * sampling.samples();
    objectVariance += inObjects * inObjects * sampling.samples();
    byteChanges += inBytes * inBytes * sampling.changes();
    objectChanges += inObjects * inObjects * sampling.changes();
    largestByteSample = Math.max(largestByteSample, inBytes);
    largestObjectSample = Math.max(largestObjectSample, inObjects);
  }

  double[] bytes() {
    return bytes;
  }

  Trend byteTrend(TrendFitter fitter) {
    return fitter.fit(bytes, prior(byteVariance, byteChanges, largestByteSample));
  }

  Trend objectTrend(TrendFitter fitter) {
    return fitter.fit(objects, prior(objectVariance, objectChanges, largestObjectSample));
  }

  /** One more sample is always possible, so no site is ever quite sure to hold nothing. */
  private static NoisePrior prior(double variance, double changes, double sample) {
    double least = Math.max(1, sample * sample);
    return new NoisePrior(
        Math.max(variance, least / 2), TRUST_IN_SAMPLING, changes + least, sample);
  }
}
