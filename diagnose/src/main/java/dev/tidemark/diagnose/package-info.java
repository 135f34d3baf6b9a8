/**
 * What is concluded from a run: a verdict with its confidence and reasons, and a case for each
 * suspect.
 *
 * <p>Comes in: the histories of one process. Goes out: a report, which is what every rendering
 * shows. Pure.
 */
@NullMarked
package dev.tidemark.diagnose;

import org.jspecify.annotations.NullMarked;
