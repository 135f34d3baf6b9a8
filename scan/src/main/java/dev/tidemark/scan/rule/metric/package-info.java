/** Metrics with too many series. */
@NullMarked
package dev.tidemark.scan.rule.metric;

import org.jspecify.annotations.NullMarked;
