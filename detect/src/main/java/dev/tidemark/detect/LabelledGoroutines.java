package dev.tidemark.detect;

import dev.tidemark.profile.Label;
import java.util.List;

/** How many goroutines of a group carry a set of labels. */
public record LabelledGoroutines(GoroutineGroup group, List<Label> labels, long count) {
  public LabelledGoroutines {
    labels = List.copyOf(labels);
  }
}
