/** What a middleware should not trust, log or forward. Off unless asked for. */
@NullMarked
package dev.tidemark.scan.rule.hardening;

import org.jspecify.annotations.NullMarked;
