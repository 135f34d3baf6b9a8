/**
 * Every rendering of a report and of a difference: text for terminals and incident channels, JSON
 * for programs, Markdown for tickets; the page to look at is in {@code html}.
 *
 * <p>Comes in: reports and differences. Goes out: text. Pure; the same input gives the same bytes.
 */
@NullMarked
package dev.tidemark.report;

import org.jspecify.annotations.NullMarked;
