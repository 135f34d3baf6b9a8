/** Servers that wait for their clients without end. */
@NullMarked
package dev.tidemark.scan.rule.server;

import org.jspecify.annotations.NullMarked;
