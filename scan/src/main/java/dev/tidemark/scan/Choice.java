package dev.tidemark.scan;

import java.util.Map;
import java.util.Set;

/**
 * Which rules run, and how much their findings count.
 *
 * @param off ids of rules that do not run
 * @param classes by the id of a rule, the class of its findings in place of its own
 */
public record Choice(Set<String> off, Map<String, LeakClass> classes) {
  public static final Choice ALL = new Choice(Set.of(), Map.of());

  public Choice {
    off = Set.copyOf(off);
    classes = Map.copyOf(classes);
  }

  boolean isOn(String rule) {
    return !off.contains(rule);
  }

  RuleInfo applied(RuleInfo rule) {
    LeakClass chosen = classes.get(rule.id());
    return chosen == null
        ? rule
        : new RuleInfo(rule.id(), chosen, rule.title(), rule.cwe(), rule.fix(), rule.isDefault());
  }

  /** A finding that is milder than its rule stays so. */
  Finding applied(Finding finding) {
    LeakClass chosen = classes.get(finding.rule().id());
    if (chosen == null) {
      return finding;
    }
    boolean isMilder = finding.leakClass().compareTo(finding.rule().leakClass()) > 0;
    LeakClass leakClass =
        isMilder && finding.leakClass().compareTo(chosen) > 0 ? finding.leakClass() : chosen;
    return new Finding(
        applied(finding.rule()),
        leakClass,
        finding.span(),
        finding.function(),
        finding.message(),
        finding.steps(),
        finding.fix(),
        finding.isUncertain());
  }
}
