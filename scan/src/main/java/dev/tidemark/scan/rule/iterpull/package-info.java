/** A pulled iterator that is not stopped. */
@NullMarked
package dev.tidemark.scan.rule.iterpull;

import org.jspecify.annotations.NullMarked;
