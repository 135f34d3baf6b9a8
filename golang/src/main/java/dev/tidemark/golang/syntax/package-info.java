/**
 * The syntax tree of Go source (the Go specification up to 1.26) as sealed records, named as go/ast
 * names them. Every node says from which byte of its file it reaches to which; a tree of broken
 * code holds {@code Bad…} nodes where nothing could be made of the text.
 *
 * <p>Values only: built by {@link dev.tidemark.golang.parse.Parser}, never changed.
 */
@NullMarked
package dev.tidemark.golang.syntax;

import org.jspecify.annotations.NullMarked;
