/**
 * Stacks as trees, root first: what flame graphs draw and call trees print.
 *
 * <p>Comes in: a table. Goes out: a tree of values, or stacks in collapsed form.
 */
@NullMarked
package dev.tidemark.profile.flame;

import org.jspecify.annotations.NullMarked;
