/**
 * What must be given back: something is acquired by a call, and on every way from there to the end
 * of the function it is released, or handed to someone who may release it.
 */
@NullMarked
package dev.tidemark.scan.release;

import org.jspecify.annotations.NullMarked;
