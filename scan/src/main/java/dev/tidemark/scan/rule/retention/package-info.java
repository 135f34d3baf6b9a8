/** What belongs to a request and is kept beyond it. */
@NullMarked
package dev.tidemark.scan.rule.retention;

import org.jspecify.annotations.NullMarked;
