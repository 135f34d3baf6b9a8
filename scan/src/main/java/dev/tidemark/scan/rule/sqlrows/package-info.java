/** Rows, statements and transactions of databases. */
@NullMarked
package dev.tidemark.scan.rule.sqlrows;

import org.jspecify.annotations.NullMarked;
