/** What is still open when another takes its place. */
@NullMarked
package dev.tidemark.scan.rule.overwrite;

import org.jspecify.annotations.NullMarked;
