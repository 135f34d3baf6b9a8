/** Commands that are waited for though they were killed. */
@NullMarked
package dev.tidemark.scan.rule.command;

import org.jspecify.annotations.NullMarked;
