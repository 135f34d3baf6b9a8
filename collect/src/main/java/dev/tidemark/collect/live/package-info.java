/**
 * A live Go process, read over HTTP: politely, one read at a time, and nothing that costs it more
 * than it must.
 *
 * <p>Comes in: an address and how to get in. Goes out: captures. Time is handed in as a {@link
 * dev.tidemark.collect.live.Pace}.
 */
@NullMarked
package dev.tidemark.collect.live;

import org.jspecify.annotations.NullMarked;
