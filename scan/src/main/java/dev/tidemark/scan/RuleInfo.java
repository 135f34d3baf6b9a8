package dev.tidemark.scan;

/**
 * What is known of a rule without running it.
 *
 * @param id as in {@code //tidemark:ignore id}, such as {@code lost-cancel}
 * @param leakClass of most of its findings
 * @param title what it finds, in one line
 * @param cwe number of the weakness in the Common Weakness Enumeration; 0 where none fits
 * @param fix what to do, in one sentence
 */
public record RuleInfo(String id, LeakClass leakClass, String title, int cwe, String fix) {}
