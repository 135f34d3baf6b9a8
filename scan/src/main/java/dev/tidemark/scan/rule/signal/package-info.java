/** Signals that stay asked for. */
@NullMarked
package dev.tidemark.scan.rule.signal;

import org.jspecify.annotations.NullMarked;
