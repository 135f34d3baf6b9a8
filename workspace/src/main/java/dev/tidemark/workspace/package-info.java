/**
 * Go source on disk, for the front end that reads no files itself. Comes in: folders. Goes out:
 * file trees, the module cache, the API summaries that Tidemark ships.
 */
@NullMarked
package dev.tidemark.workspace;

import org.jspecify.annotations.NullMarked;
