package dev.tidemark.profile.text;

import dev.tidemark.profile.Frame;
import java.util.List;

/**
 * One stack of a heap profile with one average object size, unsampled.
 *
 * @param blockSize average size in bytes of the sampled objects, in use or (if none is) allocated;
 *     pprof's label {@code bytes}
 * @param addresses return addresses, leaf first, all of the stack
 * @param frames leaf first; without runtime functions at the leaf, as the text leaves them out
 */
public record HeapSample(
    long inuseObjects,
    long inuseBytes,
    long allocObjects,
    long allocBytes,
    long blockSize,
    long[] addresses,
    List<Frame> frames) {
  public HeapSample {
    frames = List.copyOf(frames);
  }
}
