/**
 * The legacy text forms: {@code heap?debug=1} with its memory statistics, count and contention
 * profiles with {@code ?debug=1}, {@code GODEBUG=gctrace=1} logs; and which form some bytes are.
 *
 * <p>Comes in: inflated bytes. Goes out: values, heap samples unsampled as google/pprof does it.
 * Every reader stops with a {@link dev.tidemark.profile.MalformedProfileException} at a lie.
 */
@NullMarked
package dev.tidemark.profile.text;

import org.jspecify.annotations.NullMarked;
