/**
 * A whole program: the packages of a module and of everything it imports, each looked at when it is
 * asked for. Comes in: files, a platform, and a {@link dev.tidemark.golang.program.SummarySource}
 * for what has no source. Goes out: packages with their types.
 */
@NullMarked
package dev.tidemark.golang.program;

import org.jspecify.annotations.NullMarked;
