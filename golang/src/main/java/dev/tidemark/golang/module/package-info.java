/**
 * Where packages are: modules with their versions, replacements, workspaces, vendored copies and
 * the module cache, and which files of a folder belong to a build. Comes in: a {@link
 * dev.tidemark.golang.module.FileTree}. Goes out: folders, files and what the go command would make
 * of them. Reads nothing that is not asked for; knows no types.
 */
@NullMarked
package dev.tidemark.golang.module;

import org.jspecify.annotations.NullMarked;
