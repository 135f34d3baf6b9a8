/** Streams of gRPC clients that do not end. */
@NullMarked
package dev.tidemark.scan.rule.stream;

import org.jspecify.annotations.NullMarked;
