/**
 * Constants of Go and what is calculated with them, exactly, as go/constant does. Values in, values
 * out: nothing throws, and what has no value is {@link
 * dev.tidemark.golang.constant.Constant#UNKNOWN}. Numbers are bounded, so that a line of source
 * can't ask for a gigabyte.
 */
@NullMarked
package dev.tidemark.golang.constant;

import org.jspecify.annotations.NullMarked;
