/** Files, listeners and connections that are not closed. */
@NullMarked
package dev.tidemark.scan.rule.file;

import org.jspecify.annotations.NullMarked;
