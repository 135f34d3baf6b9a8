package dev.tidemark.scan;

/** Looks at packages, one at a time, from several threads. */
public interface Rule {
  RuleInfo info();

  /**
   * @param unit the package
   * @param out takes what is found, in any order
   */
  void check(Unit unit, Findings out);
}
