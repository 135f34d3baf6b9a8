/**
 * Who calls whom in a module: static calls, calls by interface after the class hierarchy, and calls
 * of function values, which are followed through parameters, results, fields and package variables
 * without regard to order or instance.
 */
@NullMarked
package dev.tidemark.golang.calls;

import org.jspecify.annotations.NullMarked;
