/**
 * Profiles made comparable: frames, stacks and label sets numbered by a dictionary that several
 * profiles share, and tables of values over them that can be merged, scaled, subtracted and added
 * up by function, line, file or package.
 *
 * <p>Comes in: profiles in columns. Goes out: tables, totals, and profiles again.
 */
@NullMarked
package dev.tidemark.profile.table;

import org.jspecify.annotations.NullMarked;
