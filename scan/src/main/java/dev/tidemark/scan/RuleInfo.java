package dev.tidemark.scan;

/**
 * What is known of a rule without running it.
 *
 * @param id as in {@code //tidemark:ignore id}, such as {@code lost-cancel}
 * @param leakClass of most of its findings
 * @param title what it finds, in one line
 * @param cwe number of the weakness in the Common Weakness Enumeration; 0 where none fits
 * @param fix what to do, in one sentence
 * @param isDefault whether it runs where nobody asks for it by its name
 */
public record RuleInfo(
    String id, LeakClass leakClass, String title, int cwe, String fix, boolean isDefault) {
  public RuleInfo(String id, LeakClass leakClass, String title, int cwe, String fix) {
    this(id, leakClass, title, cwe, fix, true);
  }
}
