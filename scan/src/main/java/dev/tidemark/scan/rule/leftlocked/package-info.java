/** Locks that a function leaves locked on one of its paths. */
@NullMarked
package dev.tidemark.scan.rule.leftlocked;

import org.jspecify.annotations.NullMarked;
