/**
 * API summaries: names and types of packages in a compact form, for programs whose dependencies are
 * not there. Comes in: packages with source, to be written; bytes, to be read. Goes out: bytes, and
 * packages that are decoded name by name when they are asked for. The format is described in
 * docs/golang-frontend.md.
 */
@NullMarked
package dev.tidemark.golang.summary;

import org.jspecify.annotations.NullMarked;
