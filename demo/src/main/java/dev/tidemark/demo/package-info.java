/** Recorded runs of a leaking service, served over loopback HTTP. */
@NullMarked
package dev.tidemark.demo;

import org.jspecify.annotations.NullMarked;
