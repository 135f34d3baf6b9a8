/** A context whose cancel function is lost on some path. */
@NullMarked
package dev.tidemark.scan.rule.lostcancel;

import org.jspecify.annotations.NullMarked;
