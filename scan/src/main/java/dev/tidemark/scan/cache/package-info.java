/** What a scan keeps for the next one of the same module. */
@NullMarked
package dev.tidemark.scan.cache;

import org.jspecify.annotations.NullMarked;
