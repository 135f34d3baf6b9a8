/** What loops pile up until the function ends, or a timer fires. */
@NullMarked
package dev.tidemark.scan.rule.loop;

import org.jspecify.annotations.NullMarked;
