/** A receive that nobody sends for. */
@NullMarked
package dev.tidemark.scan.rule.blockedreceive;

import org.jspecify.annotations.NullMarked;
