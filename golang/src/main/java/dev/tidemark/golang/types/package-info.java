/**
 * What the types of Go are and how they relate: the model of go/types as values that are computed
 * when asked for. Comes in: declarations, from source or from summaries, as {@link
 * dev.tidemark.golang.types.Lazy} parts. Goes out: types, symbols, identity, lookup, type sets,
 * substitution, and types as text. Touches no syntax.
 */
@NullMarked
package dev.tidemark.golang.types;

import org.jspecify.annotations.NullMarked;
