package dev.tidemark.scan.mend;

import java.util.List;

/**
 * Edits that mend a finding.
 *
 * @param what in a few words
 */
record Change(String what, List<Edit> edits) {
  static Change of(String what, Edit... edits) {
    return new Change(what, List.of(edits));
  }
}
