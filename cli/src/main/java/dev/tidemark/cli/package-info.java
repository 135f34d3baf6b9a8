/** Commands: arguments in, text and an exit code out; the composition root of {@code tidemark}. */
@NullMarked
package dev.tidemark.cli;

import org.jspecify.annotations.NullMarked;
