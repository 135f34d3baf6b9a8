/** What a pool or server lends, and wants back. */
@NullMarked
package dev.tidemark.scan.rule.lease;

import org.jspecify.annotations.NullMarked;
