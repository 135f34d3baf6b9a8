/** Goroutines that have no way out. */
@NullMarked
package dev.tidemark.scan.rule.endless;

import org.jspecify.annotations.NullMarked;
