/** What a scan found, as text, JSON, SARIF and annotations. Values in, text out. */
@NullMarked
package dev.tidemark.report.scan;

import org.jspecify.annotations.NullMarked;
