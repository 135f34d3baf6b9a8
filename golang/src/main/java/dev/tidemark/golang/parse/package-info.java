/**
 * From the bytes of a Go file to its syntax tree.
 *
 * <p>Comes in: bytes. Goes out: a tree, whatever the bytes are, with diagnostics that say where
 * something else was expected. Never an exception; nesting and size are limited.
 */
@NullMarked
package dev.tidemark.golang.parse;

import org.jspecify.annotations.NullMarked;
