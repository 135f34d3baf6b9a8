/** Goroutines, as many as a request likes. */
@NullMarked
package dev.tidemark.scan.rule.spawn;

import org.jspecify.annotations.NullMarked;
