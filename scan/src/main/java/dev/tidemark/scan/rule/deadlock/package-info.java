/** Locks that are taken and never to be had. */
@NullMarked
package dev.tidemark.scan.rule.deadlock;

import org.jspecify.annotations.NullMarked;
