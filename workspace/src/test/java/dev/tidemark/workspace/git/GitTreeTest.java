package dev.tidemark.workspace.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.golang.module.FileTree.Kind;
import dev.tidemark.workspace.DiskFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions as file trees: what is there, what is elsewhere, and what is broken. */
class GitTreeTest {
  @TempDir private Path temporary;

  private Path folder;
  private Git git;

  @BeforeEach
  void repository() throws IOException, GitAPIException {
    folder = temporary.toRealPath();
    git = Git.init().setInitialBranch("main").setDirectory(folder.toFile()).call();
  }

  @AfterEach
  void close() {
    git.close();
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private ObjectId commit() throws GitAPIException {
    return commitStaged(true);
  }

  private ObjectId commitStaged(boolean stages) throws GitAPIException {
    if (stages) {
      git.add().addFilepattern(".").call();
    }
    return git.commit()
        .setMessage("m")
        .setAuthor("a", "a@example.com")
        .setCommitter("a", "a@example.com")
        .setSign(false)
        .call()
        .copy();
  }

  private String text(GitTree tree, String file) {
    return tree.read(folder + "/" + file).map(bytes -> new String(bytes, UTF_8)).orElse("nothing");
  }

  private List<String> names(GitTree tree, String path, Kind kind) {
    return tree.list(path).stream()
        .filter(entry -> entry.kind() == kind)
        .map(entry -> entry.name())
        .toList();
  }

  @Test
  void hasWhatTheRevisionHasWhateverIsOnDisk() throws Exception {
    write("a.go", "one");
    write("sub/deep/b.go", "two");
    commit();
    write("a.go", "changed");
    write("c.go", "new");
    Files.delete(folder.resolve("sub/deep/b.go"));
    try (GitRepository repository = GitRepository.around(folder.resolve("sub"))) {
      assertThat(repository.workTree()).isEqualTo(folder);
      GitTree tree = repository.tree("HEAD", new DiskFiles());
      assertThat(text(tree, "a.go")).isEqualTo("one");
      assertThat(text(tree, "sub/deep/b.go")).isEqualTo("two");
      assertThat(text(tree, "c.go")).isEqualTo("nothing");
      assertThat(text(tree, "sub")).isEqualTo("nothing");
      assertThat(text(tree, "a.go/b.go")).isEqualTo("nothing");
      assertThat(names(tree, folder.toString(), Kind.FILE)).containsExactly("a.go");
      assertThat(names(tree, folder.toString(), Kind.FOLDER)).containsExactly("sub");
      assertThat(names(tree, folder + "/sub", Kind.FOLDER)).containsExactly("deep");
      assertThat(tree.list(folder + "/nowhere")).isEmpty();
      assertThat(tree.isFile(folder + "/sub/deep/b.go")).isTrue();
      assertThat(tree.unread()).isEmpty();
    }
  }

  @Test
  void whatIsOutsideIsThatOfTheDisk(@TempDir Path outside) throws Exception {
    write("a.go", "one");
    commit();
    Files.writeString(outside.resolve("x.go"), "outside");
    try (GitRepository repository = GitRepository.around(folder)) {
      GitTree tree = repository.tree("main", new DiskFiles());
      assertThat(tree.read(outside + "/x.go")).map(String::new).contains("outside");
      assertThat(names(tree, outside.toString(), Kind.FILE)).containsExactly("x.go");
    }
  }

  @Test
  void linksToFilesAreFollowed() throws Exception {
    write("real/a.go", "one");
    Files.createSymbolicLink(folder.resolve("b.go"), Path.of("real/../real/a.go"));
    Files.createSymbolicLink(folder.resolve("c.go"), Path.of("b.go"));
    Files.createSymbolicLink(folder.resolve("loop.go"), Path.of("loop.go"));
    Files.createSymbolicLink(folder.resolve("lost.go"), Path.of("nowhere.go"));
    Files.createSymbolicLink(folder.resolve("folder"), Path.of("real"));
    commit();
    try (GitRepository repository = GitRepository.around(folder)) {
      GitTree tree = repository.tree("HEAD", new DiskFiles());
      assertThat(text(tree, "b.go")).isEqualTo("one");
      assertThat(text(tree, "c.go")).isEqualTo("one");
      assertThat(text(tree, "loop.go")).isEqualTo("nothing");
      assertThat(names(tree, folder.toString(), Kind.FILE)).containsExactly("b.go", "c.go");
      assertThat(names(tree, folder.toString(), Kind.OTHER))
          .containsExactly("folder", "loop.go", "lost.go");
    }
  }

  @Test
  void submodulesAreThoseOfTheDisk() throws Exception {
    write("a.go", "one");
    ObjectId first = commit();
    write("lib/x.go", "of another repository");
    DirCache index = git.getRepository().lockDirCache();
    DirCacheEditor editor = index.editor();
    editor.add(
        new DirCacheEditor.PathEdit("lib") {
          @Override
          public void apply(DirCacheEntry entry) {
            entry.setFileMode(FileMode.GITLINK);
            entry.setObjectId(first);
          }
        });
    editor.commit();
    commitStaged(false);
    try (GitRepository repository = GitRepository.around(folder)) {
      GitTree tree = repository.tree("HEAD", new DiskFiles());
      assertThat(names(tree, folder.toString(), Kind.FOLDER)).containsExactly("lib");
      assertThat(text(tree, "lib/x.go")).isEqualTo("of another repository");
      assertThat(names(tree, folder + "/lib", Kind.FILE)).containsExactly("x.go");
    }
  }

  @Test
  void whatIsIgnoredIsThatOfTheDiskUnlessTheRevisionHasIt() throws Exception {
    write("kept.gen.go", "tracked");
    commit();
    write(".gitignore", "*.gen.go\n/vendor/\n");
    write("kept.gen.go", "changed");
    write("new.gen.go", "generated");
    write("vendor/lib/x.go", "vendored");
    write("untracked.go", "new");
    try (GitRepository repository = GitRepository.around(folder)) {
      GitTree tree = repository.tree("HEAD", new DiskFiles());
      assertThat(text(tree, "kept.gen.go")).isEqualTo("tracked");
      assertThat(text(tree, "new.gen.go")).isEqualTo("generated");
      assertThat(text(tree, "vendor/lib/x.go")).isEqualTo("vendored");
      assertThat(text(tree, "untracked.go")).isEqualTo("nothing");
      assertThat(names(tree, folder.toString(), Kind.FILE))
          .containsExactly("kept.gen.go", "new.gen.go");
      assertThat(names(tree, folder + "/vendor/lib", Kind.FILE)).containsExactly("x.go");
    }
  }

  @Test
  void packedObjectsAreReadByManyThreads() throws Exception {
    for (int i = 0; i < 200; i++) {
      write("p%d/a.go".formatted(i % 20), "package p // " + "x".repeat(i));
      write("p%d/f%d.go".formatted(i % 20, i), "package p // " + i);
    }
    commit();
    git.gc().call();
    try (GitRepository repository = GitRepository.around(folder)) {
      GitTree tree = repository.tree("HEAD", new DiskFiles());
      List<Integer> sizes =
          IntStream.range(0, 20)
              .parallel()
              .mapToObj(i -> tree.list(folder + "/p" + i).size())
              .toList();
      assertThat(sizes).containsOnly(11);
      assertThat(
              IntStream.range(0, 200)
                  .parallel()
                  .mapToObj(i -> text(tree, "p%d/f%d.go".formatted(i % 20, i)))
                  .toList())
          .doesNotContain("nothing")
          .hasSize(200);
      assertThat(tree.unread()).isEmpty();
    }
  }

  @Test
  void anObjectThatIsNotThereIsNamed() throws Exception {
    write("a.go", "one");
    commit();
    ObjectId blob = Objects.requireNonNull(git.getRepository().resolve("HEAD:a.go"));
    Files.delete(
        folder.resolve(
            ".git/objects/%s/%s".formatted(blob.name().substring(0, 2), blob.name().substring(2))));
    try (GitRepository repository = GitRepository.around(folder)) {
      GitTree tree = repository.tree("HEAD", new DiskFiles());
      assertThat(tree.read(folder + "/a.go")).isEqualTo(Optional.empty());
      assertThat(tree.unread()).singleElement().asString().contains("a.go").contains(blob.name());
    }
  }

  @Test
  void whatIsNoRepositoryOrABrokenOneIsSaid(@TempDir Path elsewhere) throws Exception {
    assertThatThrownBy(() -> GitRepository.around(elsewhere))
        .isInstanceOf(GitException.class)
        .hasMessageEndingWith("is in no git repository");
    Files.writeString(elsewhere.resolve(".git"), "gitdir: /nowhere/at/all\n");
    assertThatThrownBy(() -> GitRepository.around(elsewhere)).isInstanceOf(GitException.class);
    Files.writeString(elsewhere.resolve(".git"), "no pointer at all");
    assertThatThrownBy(() -> GitRepository.around(elsewhere)).isInstanceOf(GitException.class);
    Files.writeString(folder.resolve(".git/config"), "[core\nbroken");
    assertThatThrownBy(() -> GitRepository.around(folder)).isInstanceOf(GitException.class);
  }
}
