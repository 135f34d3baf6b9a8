/** Connections, pools and transports that each request makes anew. */
@NullMarked
package dev.tidemark.scan.rule.client;

import org.jspecify.annotations.NullMarked;
