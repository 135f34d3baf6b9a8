/**
 * Known shapes of leak: what a suspect's stack, wait and surroundings say, under a name with a fix.
 *
 * <p>In come suspects with what grows beside them ({@link dev.tidemark.diagnose.shape.Sighting});
 * out come the shapes seen there ({@link dev.tidemark.diagnose.shape.Shapes}). A shape is one class
 * and one page in {@code docs/shapes}, and is sure of what it sees: what is only suggestive belongs
 * into a hint. No shape decides on a verdict.
 */
@NullMarked
package dev.tidemark.diagnose.shape;

import org.jspecify.annotations.NullMarked;
