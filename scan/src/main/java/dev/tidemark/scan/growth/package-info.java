/**
 * What gets longer: which maps, slices and lists live as long as the process, who adds to them, who
 * takes anything out, and whether a request leads there.
 */
@NullMarked
package dev.tidemark.scan.growth;

import org.jspecify.annotations.NullMarked;
