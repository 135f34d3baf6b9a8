package dev.tidemark.golang.check;

import dev.tidemark.golang.syntax.SourceFile;

/**
 * One file of a package.
 *
 * @param path what places in it are reported under
 */
public record SourceUnit(String path, SourceFile tree) {}
