/** Finalizers that never run, or hold up the others. */
@NullMarked
package dev.tidemark.scan.rule.finalizer;

import org.jspecify.annotations.NullMarked;
