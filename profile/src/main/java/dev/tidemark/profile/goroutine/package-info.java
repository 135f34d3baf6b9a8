/**
 * Goroutine dumps: {@code /debug/pprof/goroutine?debug=2}, SIGQUIT and panic output, also out of
 * logs, and what their goroutines wait for.
 *
 * <p>Comes in: text as bytes. Goes out: {@link dev.tidemark.profile.goroutine.GoroutineDump}, in
 * columns, with distinct stacks and groups. Memory and time follow the input's size; touches no
 * file, clock or thread.
 */
@NullMarked
package dev.tidemark.profile.goroutine;

import org.jspecify.annotations.NullMarked;
