/** Memory whose size the sender of a request chooses, and what each request builds anew. */
@NullMarked
package dev.tidemark.scan.rule.memory;

import org.jspecify.annotations.NullMarked;
