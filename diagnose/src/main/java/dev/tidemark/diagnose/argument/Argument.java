package dev.tidemark.diagnose.argument;

import dev.tidemark.diagnose.Verdict;
import java.util.Optional;

/** What has to be shown for one kind of verdict. */
interface Argument {
  /** The verdict, if the facts bear it out. */
  Optional<Verdict> verdict(Facts facts);
}
