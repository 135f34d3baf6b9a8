/**
 * {@code tidemark.yaml}. Comes in: its bytes. Goes out: what is configured, or all that is wrong
 * with it, each with line, column and what to do. Reads no files.
 */
@NullMarked
package dev.tidemark.config;

import org.jspecify.annotations.NullMarked;
