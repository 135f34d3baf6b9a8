/**
 * Memory series from files: told from captures, opened, and folded sample by sample into a verdict
 * for each.
 */
@NullMarked
package dev.tidemark.collect.series;

import org.jspecify.annotations.NullMarked;
