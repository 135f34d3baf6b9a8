/** Conditions that nobody signals. */
@NullMarked
package dev.tidemark.scan.rule.cond;

import org.jspecify.annotations.NullMarked;
