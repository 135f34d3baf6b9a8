/**
 * Captures of Go processes: read from files and directories, or taken from a live process over
 * HTTP.
 *
 * <p>Comes in: paths and addresses. Goes out: evidence of one process each. The only room besides
 * the commands that touches files and the network.
 */
@NullMarked
package dev.tidemark.collect;

import org.jspecify.annotations.NullMarked;
