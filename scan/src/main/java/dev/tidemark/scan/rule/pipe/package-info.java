/** Pipes of which one end is dropped. */
@NullMarked
package dev.tidemark.scan.rule.pipe;

import org.jspecify.annotations.NullMarked;
