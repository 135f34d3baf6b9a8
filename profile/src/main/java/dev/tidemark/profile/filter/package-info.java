/**
 * Filters with the meaning {@code go tool pprof} gives them: focus, ignore, hide and show by
 * regular expression over function, file and binary names; tag filters over labels.
 *
 * <p>Comes in: a profile. Goes out: a profile with fewer samples or shorter stacks.
 */
@NullMarked
package dev.tidemark.profile.filter;

import org.jspecify.annotations.NullMarked;
