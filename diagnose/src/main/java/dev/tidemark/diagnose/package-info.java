/** Joins suspects and signals into cases and a verdict. */
@NullMarked
package dev.tidemark.diagnose;

import org.jspecify.annotations.NullMarked;
