/** Every rendering of a report. */
@NullMarked
package dev.tidemark.report;

import org.jspecify.annotations.NullMarked;
