/**
 * The arguments for each kind of verdict, and the judge who hears them in order.
 *
 * <p>Comes in: what was measured of one process ({@link dev.tidemark.diagnose.argument.Facts}).
 * Goes out: one verdict. An argument that does not hold says nothing; where none holds, the run
 * does not tell.
 */
@NullMarked
package dev.tidemark.diagnose.argument;

import org.jspecify.annotations.NullMarked;
