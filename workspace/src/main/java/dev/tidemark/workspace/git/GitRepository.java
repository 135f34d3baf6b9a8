package dev.tidemark.workspace.git;

import dev.tidemark.golang.module.FileTree;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoWorkTreeException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.SystemReader;

/** A clone on this machine, or one of its linked work trees. */
public final class GitRepository implements AutoCloseable {
  private static final String IN_FULL =
      "`git fetch --unshallow` brings all of it; in CI, a checkout of full depth (fetch-depth: 0)";

  private final Repository repository;
  private final Path workTree;

  private GitRepository(Repository repository, Path workTree) {
    this.repository = repository;
    this.workTree = workTree;
  }

  /**
   * The one that a folder belongs to.
   *
   * @param folder absolute, links followed
   */
  public static GitRepository around(Path folder) throws GitException {
    if (!(SystemReader.getInstance() instanceof Bystander)) {
      SystemReader.setInstance(new Bystander(SystemReader.getInstance()));
    }
    FileRepositoryBuilder builder = new FileRepositoryBuilder().setMustExist(true);
    try {
      builder.findGitDir(folder.toFile());
      File found = builder.getGitDir();
      if (found == null) {
        throw new GitException(
            folder + " is in no git repository",
            "scan a folder of a clone to compare it with a revision");
      }
      Repository repository = builder.build();
      return new GitRepository(repository, repository.getWorkTree().toPath().toRealPath());
    } catch (NoWorkTreeException bare) {
      throw new GitException(
          folder + " is in a repository without work tree", "scan a clone of it");
    } catch (IOException | IllegalArgumentException broken) {
      throw new GitException(
          "the git repository around " + folder + " can't be read: " + broken.getMessage(),
          "`git fsck` tells more");
    }
  }

  /** The folder that its files are in. */
  public Path workTree() {
    return workTree;
  }

  @Override
  public void close() {
    repository.close();
  }

  /** The files of a revision: a branch, a tag, a commit, or what leads to one ({@code HEAD~3}). */
  public GitTree tree(String revision, FileTree disk) throws GitException {
    return treeOf(commit(revision), disk);
  }

  /** The files of the commit at which what is checked out left the way of a revision. */
  public GitTree treeOfMergeBase(String revision, FileTree disk) throws GitException {
    ObjectId other = commit(revision);
    ObjectId head = commit(Constants.HEAD);
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(head));
      walk.markStart(walk.parseCommit(other));
      RevCommit base = walk.next();
      if (base != null) {
        return treeOf(base.copy(), disk);
      }
      if (!repository.getObjectDatabase().getShallowCommits().isEmpty()) {
        throw new GitException(
            "the history of this clone ends before HEAD and " + revision + " meet: it is shallow",
            IN_FULL);
      }
    } catch (IOException broken) {
      throw unreadable(broken);
    }
    throw new GitException(
        "HEAD and " + revision + " have no commit in common",
        "--new-from compares with " + revision + " itself");
  }

  private GitTree treeOf(ObjectId commit, FileTree disk) throws GitException {
    try (RevWalk walk = new RevWalk(repository)) {
      ObjectId tree = walk.parseCommit(commit).getTree().copy();
      return new GitTree(repository, tree, workTree.toString(), disk, Ignored.in(repository));
    } catch (IOException broken) {
      throw unreadable(broken);
    }
  }

  private ObjectId commit(String revision) throws GitException {
    try {
      ObjectId commit = repository.resolve(revision + "^{commit}");
      if (commit != null) {
        return commit;
      }
    } catch (RevisionSyntaxException wrong) {
      throw new GitException(
          revision + " is no revision as git writes them", "give a branch, a tag or a commit");
    } catch (AmbiguousObjectException many) {
      throw new GitException(
          revision + " is the beginning of several objects' ids", "give more of it");
    } catch (IncorrectObjectTypeException other) {
      throw new GitException(revision + " is no commit", "give a branch, a tag or a commit");
    } catch (IOException broken) {
      throw unreadable(broken);
    }
    throw new GitException(
        "there is no revision " + revision + " in " + workTree + remote(revision),
        revision.equals(Constants.HEAD)
            ? "there is no commit yet"
            : "`git fetch` brings what the remote has; in CI, a checkout of full depth (fetch-depth: 0)");
  }

  /** A branch may only be here as one of a remote. */
  private String remote(String revision) throws GitException {
    try {
      List<String> near = new ArrayList<>();
      for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES)) {
        String name = Repository.shortenRefName(ref.getName());
        if (name.endsWith("/" + revision)) {
          near.add(name);
        }
      }
      return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    } catch (IOException broken) {
      throw unreadable(broken);
    }
  }

  private GitException unreadable(IOException broken) {
    if (broken instanceof MissingObjectException) {
      return new GitException(
          "the clone in " + workTree + " is not whole: " + broken.getMessage(), IN_FULL);
    }
    return new GitException(
        "the git repository in " + workTree + " can't be read: " + broken.getMessage(),
        "`git fsck` tells more");
  }
}
