/**
 * Go source as a git repository has it at some revision, read without git and without a checkout.
 * Comes in: a folder of a clone, and a revision. Goes out: a file tree. Nothing is written, and the
 * user's own configuration of git is not asked.
 */
@NullMarked
package dev.tidemark.workspace.git;

import org.jspecify.annotations.NullMarked;
