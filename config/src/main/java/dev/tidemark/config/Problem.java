package dev.tidemark.config;

/**
 * Something that is wrong with a file.
 *
 * @param line from 1
 * @param column in characters, from 1
 * @param what in one sentence without a full stop
 * @param advice what to do
 */
public record Problem(int line, int column, String what, String advice) {}
