/**
 * Mends by machine what can be mended safely: in come a finding, the tree and the bytes of its
 * file, out come edits, or the reason why a person has to do it. What is looked at here is the
 * shape of the code alone; that the finding is gone with the edits is for a scan of the edited
 * files to say.
 *
 * <p>Values only: no file is touched here.
 */
@NullMarked
package dev.tidemark.scan.mend;

import org.jspecify.annotations.NullMarked;
