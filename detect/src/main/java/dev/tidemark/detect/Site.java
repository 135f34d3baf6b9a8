package dev.tidemark.detect;

import dev.tidemark.profile.Frame;

/**
 * The frame that names an allocation or a waiting goroutine.
 *
 * @param isOwn whether it is the service's own code; if no frame of the stack is, it is the
 *     innermost one
 */
public record Site(Frame frame, boolean isOwn) {}
