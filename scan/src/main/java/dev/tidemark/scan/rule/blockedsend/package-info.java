/** A send that nobody receives. */
@NullMarked
package dev.tidemark.scan.rule.blockedsend;

import org.jspecify.annotations.NullMarked;
