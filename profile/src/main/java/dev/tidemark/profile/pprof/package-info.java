/**
 * The pprof protobuf form (google/pprof proto/profile.proto), gzip or not: a reader from bytes
 * straight into columns, and a writer.
 */
@NullMarked
package dev.tidemark.profile.pprof;

import org.jspecify.annotations.NullMarked;
