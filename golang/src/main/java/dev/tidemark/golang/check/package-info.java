/**
 * Finds out what the names of Go source stand for and which type each expression has: the algorithm
 * of go/types for code that is taken to be correct. Comes in: syntax trees and an {@link
 * dev.tidemark.golang.check.Importer}. Goes out: symbols and types. Code that is broken, or uses
 * what could not be read, gives unknown types rather than errors; it gives no wrong ones.
 */
@NullMarked
package dev.tidemark.golang.check;

import org.jspecify.annotations.NullMarked;
