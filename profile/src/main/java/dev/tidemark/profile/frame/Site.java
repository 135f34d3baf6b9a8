package dev.tidemark.profile.frame;

import dev.tidemark.profile.Frame;

/** The frame that names a stack. */
public sealed interface Site {
  Frame frame();

  /** Index in the stack, leaf first. */
  int index();

  /** The first frame of the service's own code. */
  record Own(int index, Frame frame) implements Site {}

  /** No frame is the service's own, so the innermost stands for the stack. */
  record Innermost(int index, Frame frame) implements Site {}
}
