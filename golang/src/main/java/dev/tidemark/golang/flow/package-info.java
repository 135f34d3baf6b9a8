/**
 * The ways through the body of a function: blocks of simple statements and how each of them ends,
 * held against golang.org/x/tools/go/cfg. In comes a body's syntax and who says which calls do not
 * return; out comes a {@link dev.tidemark.golang.flow.Graph}, with its {@link
 * dev.tidemark.golang.flow.Dominators}. Bodies of function literals are graphs of their own.
 */
@NullMarked
package dev.tidemark.golang.flow;

import org.jspecify.annotations.NullMarked;
