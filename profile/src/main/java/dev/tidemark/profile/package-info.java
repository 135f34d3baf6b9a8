/**
 * A profile in columns, and what is computed from profiles: tables of stacks that can be merged,
 * compared and added up.
 *
 * <p>Comes in: what the readers in {@code pprof}, {@code text} and {@code goroutine} made of bytes.
 * Goes out: values only. Touches no clock, file, network or thread.
 */
@NullMarked
package dev.tidemark.profile;

import org.jspecify.annotations.NullMarked;
