/** Websockets that wait without end. */
@NullMarked
package dev.tidemark.scan.rule.websocket;

import org.jspecify.annotations.NullMarked;
