/** Which methods a call by interface may run. */
@NullMarked
package dev.tidemark.golang.hierarchy;

import org.jspecify.annotations.NullMarked;
