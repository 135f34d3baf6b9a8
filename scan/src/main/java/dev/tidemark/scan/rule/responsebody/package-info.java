/** A response of an HTTP client whose body is not closed. */
@NullMarked
package dev.tidemark.scan.rule.responsebody;

import org.jspecify.annotations.NullMarked;
