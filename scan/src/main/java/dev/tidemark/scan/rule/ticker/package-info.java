/** A ticker that is never stopped, before Go 1.23. */
@NullMarked
package dev.tidemark.scan.rule.ticker;

import org.jspecify.annotations.NullMarked;
