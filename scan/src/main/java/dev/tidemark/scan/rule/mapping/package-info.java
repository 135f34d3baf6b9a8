/** Memory outside of the heap. */
@NullMarked
package dev.tidemark.scan.rule.mapping;

import org.jspecify.annotations.NullMarked;
