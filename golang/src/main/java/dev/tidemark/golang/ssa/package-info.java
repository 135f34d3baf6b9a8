/**
 * Bodies of functions as operations on values: what is called, sent, received, stored and returned
 * in each block of a control-flow graph, with every use of a local variable replaced by what was
 * assigned to it (static single assignment, after Braun et al.: Simple and Efficient Construction
 * of Static Single Assignment Form, 2013).
 *
 * <p>Values are made to be compared: a field of the same thing is the same value, whether a pointer
 * is followed on the way or not; arithmetic is kept only as far as conditions need it. What a
 * closure and its function both change is a {@link dev.tidemark.golang.ssa.Value.Cell}, of which
 * only the set of what is ever stored is known.
 */
@NullMarked
package dev.tidemark.golang.ssa;

import org.jspecify.annotations.NullMarked;
