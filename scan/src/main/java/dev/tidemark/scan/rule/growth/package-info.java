/** Containers that only ever get longer. */
@NullMarked
package dev.tidemark.scan.rule.growth;

import org.jspecify.annotations.NullMarked;
