/**
 * Which files of a folder belong to a build: constraints in comments and in names, for a platform
 * and tags.
 *
 * <p>Comes in: file names and bytes. Goes out: yes or no, or a diagnostic of a constraint that
 * can't be read.
 */
@NullMarked
package dev.tidemark.golang.build;

import org.jspecify.annotations.NullMarked;
