package dev.tidemark.golang.syntax;

/**
 * One comment.
 *
 * @param text as written, with its marks; carriage returns before line ends are left out
 */
public record Comment(int from, int to, String text) implements Node {}
