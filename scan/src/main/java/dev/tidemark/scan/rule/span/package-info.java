/** A tracing span that is not ended. */
@NullMarked
package dev.tidemark.scan.rule.span;

import org.jspecify.annotations.NullMarked;
