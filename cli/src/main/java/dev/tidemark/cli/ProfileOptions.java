package dev.tidemark.cli;

import dev.tidemark.collect.EvidenceBuilder;
import dev.tidemark.detect.KeyPath;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.filter.StackFilter;
import dev.tidemark.profile.filter.TagFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The options that choose what is looked at of each profile, as {@code go tool pprof} has them. */
final class ProfileOptions {
  private static final List<String> FILTERS =
      List.of("--focus", "--ignore", "--hide", "--show", "--tagfocus", "--tagignore");

  private ProfileOptions() {}

  static Syntax.Builder addTo(Syntax.Builder syntax) {
    return syntax
        .option("--focus", "REGEX", "only samples with a match on their stack")
        .option("--ignore", "REGEX", "no samples with a match on their stack")
        .option("--hide", "REGEX", "take matching frames off the stacks")
        .option("--show", "REGEX", "take all other frames off the stacks")
        .option("--tagfocus", "[KEY=]VALUE", "only samples with that label, or range such as 32kb:")
        .option("--tagignore", "[KEY=]VALUE", "no samples with that label or range");
  }

  static boolean isUsed(Arguments arguments) {
    return !used(arguments).isEmpty();
  }

  private static String used(Arguments arguments) {
    StringBuilder used = new StringBuilder();
    for (String option : FILTERS) {
      if (arguments.has(option)) {
        used.append(' ').append(option).append(' ').append(arguments.value(option, ""));
      }
    }
    return used.toString();
  }

  /** Ends a command whose filters leave no stack of any process. */
  static void checkMatch(Arguments arguments, Collection<EvidenceBuilder> processes)
      throws CommandException {
    boolean isAway = false;
    for (EvidenceBuilder process : processes) {
      if (process.hasStacks()) {
        return;
      }
      isAway |= process.isFilteredAway();
    }
    if (isAway) {
      throw new CommandException("nothing matches" + used(arguments), "");
    }
  }

  static UnaryOperator<Profile> filter(Arguments arguments) throws CommandException {
    StackFilter stacks =
        new StackFilter(
            pattern(arguments, "--focus"),
            pattern(arguments, "--ignore"),
            pattern(arguments, "--hide"),
            pattern(arguments, "--show"));
    TagFilter tags =
        new TagFilter(arguments.value("--tagfocus", ""), arguments.value("--tagignore", ""));
    return profile -> tags.apply(stacks.apply(profile));
  }

  static List<KeyPath> paths(Arguments arguments) throws CommandException {
    List<KeyPath> paths = new ArrayList<>();
    for (String pattern : arguments.values("--path")) {
      paths.add(new KeyPath(checked("--path", pattern)));
    }
    return paths;
  }

  private static String pattern(Arguments arguments, String option) throws CommandException {
    return checked(option, arguments.value(option, ""));
  }

  private static String checked(String option, String text) throws CommandException {
    try {
      Pattern.compile(text);
      return text;
    } catch (PatternSyntaxException e) {
      throw new CommandException(
          option + " is no regular expression: " + e.getDescription() + " at " + e.getIndex(), "");
    }
  }
}
