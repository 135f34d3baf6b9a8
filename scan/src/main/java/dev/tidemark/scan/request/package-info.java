/**
 * What requests reach, within a package and over the packages of a module, and what of it the
 * sender chose.
 *
 * <p>A package is looked at once, and knows nothing of those that import it. So each tells what its
 * handlers and its callable functions call elsewhere ({@link
 * dev.tidemark.scan.request.OutwardCalls}), and what rules would find in it if a request came by
 * one of these functions ({@link dev.tidemark.scan.request.Suppositions}). When all packages have
 * been looked at, {@link dev.tidemark.scan.request.ModuleRequests} follows the calls from the
 * handlers and tells which of the suppositions hold.
 */
@NullMarked
package dev.tidemark.scan.request;

import org.jspecify.annotations.NullMarked;
