/** Groups of goroutines that nobody waits for. */
@NullMarked
package dev.tidemark.scan.rule.group;

import org.jspecify.annotations.NullMarked;
