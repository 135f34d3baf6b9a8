/**
 * Finds leak-prone code: in come the packages of a module with the effects of their functions, out
 * come findings, each with the reason it rests on. A rule is a class in a package of its own below
 * {@code rule}, with its page and its test data beside it; {@link dev.tidemark.scan.Rules} lists
 * them. What several rules share is in {@code release} (what must be given back on every path),
 * {@code wait} (who waits for whom) and {@code growth} (what outlives a request).
 *
 * <p>Values only: no file, clock or thread is touched here.
 */
@NullMarked
package dev.tidemark.scan;

import org.jspecify.annotations.NullMarked;
