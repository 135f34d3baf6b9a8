package dev.tidemark.golang.parse;

/**
 * What is wrong with a file at one place.
 *
 * @param offset byte, from 0
 * @param line from 1
 * @param column in bytes, from 1
 */
public record Diagnostic(int offset, int line, int column, String message) {}
