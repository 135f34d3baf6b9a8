package dev.tidemark.workspace.git;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;

/**
 * What lies in the work tree and is ignored, such as generated code: no revision has it, and each
 * is built with it.
 *
 * @param paths from the top of the work tree; of a folder that is ignored as a whole, its own
 */
record Ignored(Set<String> paths) {
  static Ignored in(Repository repository) throws IOException {
    Set<String> paths = new HashSet<>();
    try (TreeWalk walk = new TreeWalk(repository)) {
      int index = walk.addTree(new FileTreeIterator(repository));
      while (walk.next()) {
        if (walk.getTree(index, WorkingTreeIterator.class).isEntryIgnored()) {
          paths.add(walk.getPathString());
        } else if (walk.isSubtree()) {
          walk.enterSubtree();
        }
      }
    }
    return new Ignored(paths);
  }

  /** Whether a path, or a folder that it is in, is ignored. */
  boolean contains(String path) {
    if (paths.isEmpty()) {
      return false;
    }
    for (String at = path; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('/')))) {
      if (paths.contains(at)) {
        return true;
      }
    }
    return false;
  }
}
