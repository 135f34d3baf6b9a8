package dev.tidemark.detect.memory.fit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Fits the weights of the memory-leak detector and writes their source.
 *
 * <p>Some networks are fitted from seeds of their own to the same series and their mean is taken;
 * the threshold is set by other series, and the score is told for a third lot, which must have had
 * no part in anything.
 */
public final class FitWeights {
  private static final String FIT = "--fit";
  private static final String TUNE = "--tune";
  private static final String TEST = "--test";
  private static final String RECORDED = "--recorded";
  private static final String LEAVE_OUT = "--leave-out";
  private static final String STEPS = "--steps";
  private static final String SUMS = "--sums";
  private static final String NETWORKS = "--networks";
  private static final String SEED = "--seed";
  private static final String ALARMS = "--alarms";
  private static final String OUT = "--out";

  private FitWeights() {}

  public static void main(String[] arguments) {
    try {
      run(options(arguments), System.out);
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("detect/fit: " + e.getMessage());
      System.exit(2);
    }
  }

  private static Options options(String... arguments) {
    Set<String> known =
        Set.of(FIT, TUNE, TEST, RECORDED, LEAVE_OUT, STEPS, SUMS, NETWORKS, SEED, ALARMS, OUT);
    Options options = Options.of(known, arguments);
    for (String needed : List.of(FIT, TUNE, OUT)) {
      if (options.paths(needed).isEmpty()) {
        throw new IllegalArgumentException(needed + " is needed");
      }
    }
    return options;
  }

  private static void run(Options options, PrintStream out) throws IOException {
    List<Example> recorded = Examples.recorded(options.paths(RECORDED), options.paths(LEAVE_OUT));
    List<Example> fit = with(recorded, Examples.made(options.paths(FIT)));
    Standard standard = Standard.of(fit);
    List<Example> tune = Examples.made(options.paths(TUNE));
    List<Example> test = Examples.made(options.paths(TEST));
    String now = Score.of(Network.current(), with(recorded, test)).table();
    for (List<Example> examples : List.of(fit, tune, test)) {
      examples.parallelStream().forEach(standard::apply);
    }
    out.printf("%,d series to fit by%n", fit.size());

    List<Network> networks = new ArrayList<>();
    int seed = options.count(SEED, 1);
    for (int i = 0; i < options.count(NETWORKS, 2); i++) {
      networks.add(
          new Descent(fit, options.count(STEPS, 1500), seed + i).run(options.count(SUMS, 16)));
      out.printf("network %d is fitted%n", i + 1);
    }
    Network mean = Network.mean(networks);
    double threshold = Threshold.of(mean, with(recorded, tune), options.number(ALARMS, 0.018));
    Network network = mean.lowered(threshold);

    out.printf("%nfit by:%n%s", Score.of(network, fit).table());
    out.printf("%nthreshold set by:%n%s", Score.of(network, with(recorded, tune)).table());
    if (!test.isEmpty()) {
      out.printf("%nunseen, with the weights that there were:%n%s", now);
      out.printf("%nunseen:%n%s", Score.of(network, with(recorded, test)).table());
    }
    Path source = options.paths(OUT).getLast();
    Files.writeString(source, WeightsSource.of(network, standard));
  }

  private static List<Example> with(List<Example> recorded, List<Example> made) {
    List<Example> all = new ArrayList<>(recorded);
    all.addAll(made);
    return all;
  }
}
