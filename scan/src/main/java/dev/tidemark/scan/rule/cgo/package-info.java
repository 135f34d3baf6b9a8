/** Memory of C, and handles that C holds. */
@NullMarked
package dev.tidemark.scan.rule.cgo;

import org.jspecify.annotations.NullMarked;
