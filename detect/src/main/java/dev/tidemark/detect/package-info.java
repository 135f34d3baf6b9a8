/** Statistics over runs and series: what grows, and how surely. */
@NullMarked
package dev.tidemark.detect;

import org.jspecify.annotations.NullMarked;
