/**
 * What calling a function does, found out from below: a function's summary says what becomes of its
 * receiver, its arguments and of package variables (called, closed, sent to, received from, stored,
 * returned), whether it blocks, ends and watches a context. Functions that call each other are
 * looked at until nothing is added any more.
 *
 * <p>A summary keeps nothing of the body it was made from.
 */
@NullMarked
package dev.tidemark.golang.effect;

import org.jspecify.annotations.NullMarked;
