/** Contexts that are kept too long, chained without end, or not handed on. */
@NullMarked
package dev.tidemark.scan.rule.context;

import org.jspecify.annotations.NullMarked;
