/**
 * What a frame of a Go stack says: the parts of a linker's function name, who owns the code
 * (runtime, standard library, third party, the service), and so which frame is the site.
 *
 * <p>Comes in: function names and file paths as profiles and dumps carry them, with or without
 * {@code -trimpath}. Goes out: values. Nothing here throws on a strange name: it is then taken as a
 * function without a package.
 */
@NullMarked
package dev.tidemark.profile.frame;

import org.jspecify.annotations.NullMarked;
