package dev.tidemark.scan.mend;

import dev.tidemark.scan.Finding;
import java.util.List;

/** What a machine can do about a finding. */
public sealed interface Mend {
  Finding finding();

  /**
   * It can be mended.
   *
   * @param what the change in a few words, such as {@code defer cancel()}
   * @param edits of the finding's file
   */
  record Offered(Finding finding, String what, List<Edit> edits) implements Mend {
    public Offered {
      edits = List.copyOf(edits);
      if (edits.isEmpty()) {
        throw new IllegalArgumentException("nothing is changed");
      }
    }
  }

  /**
   * It is left to a person.
   *
   * @param why in a sentence without a full stop
   */
  record Left(Finding finding, String why) implements Mend {}
}
