/**
 * Recorded runs, played back: a run on disk becomes a process that answers over HTTP as the
 * recorded one did, at a stated speed.
 *
 * <p>Comes in: a directory of captures. Goes out: a target to watch, and the time to watch it by.
 */
@NullMarked
package dev.tidemark.demo;

import org.jspecify.annotations.NullMarked;
