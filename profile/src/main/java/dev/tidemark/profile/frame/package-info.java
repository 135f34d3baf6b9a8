/**
 * What a frame is: the parts of a Go function's name, and whose code it is. The one place that
 * tells runtime, standard library, third-party and the service's own code apart.
 *
 * <p>Comes in: frames. Goes out: names, owners, sites. Pure.
 */
@NullMarked
package dev.tidemark.profile.frame;

import org.jspecify.annotations.NullMarked;
