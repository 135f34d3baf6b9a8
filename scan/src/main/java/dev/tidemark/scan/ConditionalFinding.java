package dev.tidemark.scan;

import java.util.List;
import java.util.Optional;

/**
 * What is found if requests reach a function of which only other packages can say whether they do.
 *
 * @param entry the function, by its qualified name; empty where requests are known to come
 * @param given parameters of which one has to be the sender's choice, a bit each; 0 where none has
 *     to be
 * @param isPlain whether it has to be as {@code RequestData.plain} has it
 * @param depth how many calls the place is away from the function
 * @param users where the function is, if the same is found when users of the module call it and
 *     nobody else does
 * @param unless functions and types of which nothing is found when requests call or make them
 */
public record ConditionalFinding(
    Finding finding,
    String entry,
    long given,
    boolean isPlain,
    int depth,
    Optional<Span> users,
    List<String> unless) {
  public ConditionalFinding {
    unless = List.copyOf(unless);
  }

  /** What is found unless requests call or make one of these. */
  public static ConditionalFinding unless(Finding finding, List<String> unless) {
    return new ConditionalFinding(finding, "", 0, false, 0, Optional.empty(), unless);
  }

  ConditionalFinding with(Finding other) {
    return new ConditionalFinding(other, entry, given, isPlain, depth, users, unless);
  }
}
