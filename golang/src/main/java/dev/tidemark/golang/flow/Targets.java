package dev.tidemark.golang.flow;

import org.jspecify.annotations.Nullable;

/**
 * Where {@code break}, {@code continue} and {@code fallthrough} lead, of one statement.
 *
 * @param outer of the statement around it
 */
record Targets(
    @Nullable Targets outer,
    @Nullable Block onBreak,
    @Nullable Block onContinue,
    @Nullable Block onFallthrough) {}
