/** Wait groups that do not reach zero. */
@NullMarked
package dev.tidemark.scan.rule.waitgroup;

import org.jspecify.annotations.NullMarked;
