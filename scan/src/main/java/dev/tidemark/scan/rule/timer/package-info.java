/** Timers and registrations that are not taken back. */
@NullMarked
package dev.tidemark.scan.rule.timer;

import org.jspecify.annotations.NullMarked;
