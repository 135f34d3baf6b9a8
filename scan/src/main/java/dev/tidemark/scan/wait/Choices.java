package dev.tidemark.scan.wait;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a run chose where it could go on in more than one way: 0 is the natural way. */
final class Choices {
  private final int[] given;
  private final List<Integer> offered = new ArrayList<>();

  Choices(int[] given) {
    this.given = given;
  }

  /**
   * @param count how many ways there are, more than none
   */
  int choose(int count) {
    if (count == 1) {
      return 0;
    }
    int at = offered.size();
    offered.add(count);
    return at < given.length ? Math.min(given[at], count - 1) : 0;
  }

  /** Those that differ from this run in one choice more, which comes behind all of its own. */
  List<int[]> next() {
    List<int[]> next = new ArrayList<>();
    for (int at = given.length; at < offered.size(); at++) {
      for (int other = 1; other < offered.get(at); other++) {
        int[] longer = Arrays.copyOf(given, at + 1);
        longer[at] = other;
        next.add(longer);
      }
    }
    return next;
  }
}
