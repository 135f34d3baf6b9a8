/** Pools of objects. */
@NullMarked
package dev.tidemark.scan.rule.pool;

import org.jspecify.annotations.NullMarked;
