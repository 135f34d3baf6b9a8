package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scan --new-from} and {@code --new-from-merge-base} in small repositories. */
class ScanNewFromTest {
  private static final String HEAD = "package shop\n\nimport \"net/http\"\n\n";

  private static final String PRICE =
      """
      func Price(r *http.Request) (int, error) {
      	resp, err := http.DefaultClient.Do(r)
      	if err != nil {
      		return 0, err
      	}
      	return resp.StatusCode, nil
      }

      """;

  private static final String STOCK =
      PRICE.replace("Price", "Stock").replace("StatusCode", "ProtoMajor");

  @TempDir private Path folder;

  private Git git;

  @BeforeEach
  void repository() throws IOException, GitAPIException {
    git = Git.init().setInitialBranch("main").setDirectory(folder.toFile()).call();
    write("go.mod", "module example.com/shop\n\ngo 1.26\n");
    write("price.go", HEAD + PRICE);
    commit("a leak");
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

  private RevCommit commit(String message) throws GitAPIException {
    git.add().addFilepattern(".").call();
    git.add().setUpdate(true).addFilepattern(".").call();
    return git.commit()
        .setMessage(message)
        .setAuthor("a", "a@example.com")
        .setCommitter("a", "a@example.com")
        .setSign(false)
        .call();
  }

  private Run scan(String... more) {
    return scanOf(folder, more);
  }

  private static Run scanOf(Path where, String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "scan";
    arguments[1] = where.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Run.of(arguments);
  }

  private void assertNothingIsNew() {
    Run all = scan();
    assertThat(all.code()).as("there is something that may be new").isEqualTo(ExitCode.FOUND);
    Run run = scan("--new-from", "HEAD");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("no leaks in ");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void whatWasThereIsNotNew() {
    assertNothingIsNew();
  }

  @Test
  void whatIsNewIsToldAloneWhetherCommittedOrNot() throws IOException, GitAPIException {
    write("stock.go", HEAD + STOCK);
    Run run = scan("--new-from", "HEAD");
    assertThat(run.code()).isEqualTo(ExitCode.FOUND);
    assertThat(run.out()).startsWith("stock.go:6:15: leak").doesNotContain("price.go:6:15");
    commit("another");
    assertThat(scan("--new-from", "HEAD").code()).isEqualTo(ExitCode.OK);
    assertThat(scan("--new-from", "HEAD~1").out()).startsWith("stock.go:6:15: leak");
  }

  @Test
  void aMovedFunctionIsNotNew() throws IOException {
    write("price.go", HEAD + "func Other(r *http.Request) string { return r.Host }\n\n\n" + PRICE);
    assertNothingIsNew();
    Files.delete(folder.resolve("price.go"));
    write("elsewhere.go", HEAD + PRICE);
    assertNothingIsNew();
    Files.delete(folder.resolve("elsewhere.go"));
    write("sub/price.go", HEAD.replace("shop", "sub") + PRICE);
    assertNothingIsNew();
  }

  @Test
  void aRenamedFileOrFunctionIsNotNew() throws IOException {
    Files.move(folder.resolve("price.go"), folder.resolve("cost.go"));
    assertNothingIsNew();
    write("cost.go", HEAD + PRICE.replace("Price", "Cost"));
    assertNothingIsNew();
    write(
        "cost.go",
        HEAD + PRICE.replace("func Price", "func (shop *Shop) Cost") + "type Shop struct{}\n");
    assertNothingIsNew();
  }

  @Test
  void anEditedLineIsNotNew() throws IOException {
    write("price.go", HEAD + PRICE.replace("resp, err := ", "resp, err := /* slow */ "));
    assertNothingIsNew();
  }

  @Test
  void aCopyIsNew() throws IOException {
    write("price.go", HEAD + PRICE + PRICE.replace("Price", "Cost"));
    Run run = scan("--new-from", "HEAD");
    assertThat(run.out()).startsWith("price.go:14:15: leak").doesNotContain("price.go:6:15");
    assertThat(run.code()).isEqualTo(ExitCode.FOUND);
  }

  @Test
  void aChangedCalleeMakesItsUntouchedCallerLeak() throws IOException, GitAPIException {
    write("go.mod", "module example.com/shop\n\ngo 1.26\n");
    write(
        "web/close.go",
        """
        package web

        import "net/http"

        func Close(resp *http.Response) { resp.Body.Close() }
        """);
    write(
        "caller.go",
        HEAD.replace(
                "import \"net/http\"", "import (\n\t\"example.com/shop/web\"\n\t\"net/http\"\n)")
            + STOCK.replace("\treturn resp.", "\tweb.Close(resp)\n\treturn resp."));
    commit("closed elsewhere");
    assertThat(scan().out()).doesNotContain("caller.go");
    write(
        "web/close.go",
        """
        package web

        import "net/http"

        func Close(resp *http.Response) { println(resp.Status) }
        """);
    Run run = scan("--new-from", "HEAD");
    assertThat(run.out()).startsWith("caller.go:9:15: leak").doesNotContain("price.go");
    assertThat(run.code()).isEqualTo(ExitCode.FOUND);
  }

  @Test
  void whatGotWorseIsNew() throws IOException, GitAPIException {
    String once =
        PRICE
            .replace("Price(r *http.Request) (int, error)", "init()")
            .replace("Do(r)", "Get(\"u\")")
            .replace("return 0, err", "return")
            .replace("return resp.StatusCode, nil", "println(resp.Status)");
    write("price.go", HEAD + once);
    commit("runs once");
    write("price.go", HEAD + once.replace("init()", "each()"));
    assertThat(scan("--new-from", "HEAD").out()).startsWith("price.go:6:15: leak");
  }

  @Test
  void aCommentTakenAwayMakesNew() throws IOException, GitAPIException {
    write(
        "price.go",
        HEAD + PRICE.replace("Do(r)", "Do(r) //tidemark:ignore response-body-not-closed for now"));
    commit("silenced");
    assertThat(scan().code()).isEqualTo(ExitCode.OK);
    write("price.go", HEAD + PRICE);
    assertThat(scan("--new-from", "HEAD").out()).startsWith("price.go:6:15: leak");
  }

  @Test
  void aFolderOfARepositoryIsComparedWithItself() throws IOException, GitAPIException {
    write("services/cart/go.mod", "module example.com/cart\n\ngo 1.26\n");
    write("services/cart/cart.go", HEAD.replace("shop", "cart") + PRICE);
    commit("a module below");
    Path cart = folder.resolve("services/cart");
    assertThat(scanOf(cart).code()).isEqualTo(ExitCode.FOUND);
    assertThat(scanOf(cart, "--new-from", "HEAD").code()).isEqualTo(ExitCode.OK);
    Run allNew = scanOf(cart, "--new-from", "HEAD~1");
    assertThat(allNew.out()).startsWith("cart.go:6:15: leak");
    write("services/cart/more.go", HEAD.replace("shop", "cart") + STOCK);
    assertThat(scanOf(cart, "--new-from", "HEAD").out())
        .startsWith("more.go:6:15: leak")
        .doesNotContain("cart.go:6:15");
  }

  @Test
  void aLinkedWorkTreeIsARepositoryToo(@TempDir Path linked) throws IOException, GitAPIException {
    write("stock.go", HEAD + STOCK);
    RevCommit second = commit("another");
    Path real = linked.toRealPath();
    Path administration = folder.toRealPath().resolve(".git/worktrees/linked");
    Files.createDirectories(administration);
    Files.writeString(administration.resolve("HEAD"), second.name() + "\n");
    Files.writeString(administration.resolve("commondir"), "../..\n");
    Files.writeString(administration.resolve("gitdir"), real.resolve(".git") + "\n");
    Files.writeString(real.resolve(".git"), "gitdir: " + administration + "\n");
    for (String file : List.of("go.mod", "price.go", "stock.go")) {
      Files.copy(folder.resolve(file), real.resolve(file));
    }
    assertThat(scanOf(real, "--new-from", "HEAD").code()).isEqualTo(ExitCode.OK);
    assertThat(scanOf(real, "--new-from", "main~1").out()).startsWith("stock.go:6:15: leak");
  }

  @Test
  void aBranchIsComparedWithWhereItLeft() throws IOException, GitAPIException {
    git.branchCreate().setName("feature").call();
    Files.delete(folder.resolve("price.go"));
    write("other.go", "package shop\n");
    commit("main has no leak any more");
    git.checkout().setName("feature").call();
    write("stock.go", HEAD + STOCK);
    commit("the branch brings one");
    assertThat(scan("--new-from", "main").out())
        .contains("price.go:6:15: leak")
        .contains("stock.go:6:15: leak");
    assertThat(scan("--new-from-merge-base", "main").out())
        .startsWith("stock.go:6:15: leak")
        .doesNotContain("price.go");
  }

  @Test
  void ignoredCodeIsThatOfBoth() throws IOException, GitAPIException {
    write(".gitignore", "*.gen.go\nvendored/\n");
    write(
        "web.gen.go",
        "package shop\n\nimport \"net/http\"\n\ntype Web struct{ Client *http.Client }\n");
    write("vendored/x.go", HEAD.replace("shop", "vendored") + PRICE);
    write(
        "price.go",
        HEAD + PRICE.replace("Price(", "Price(w *Web, ").replace("http.DefaultClient", "w.Client"));
    commit("a type that is generated");
    assertNothingIsNew();
  }

  @Test
  void whatCannotBeComparedIsSaid(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("go.mod"), "module example.com/x\n");
    Files.writeString(elsewhere.resolve("x.go"), "package x\n");
    refused(scanOf(elsewhere, "--new-from", "HEAD"), "is in no git repository");
    refused(scan("--new-from", "nowhere"), "there is no revision nowhere in ", "`git fetch`");
    refused(scan("--new-from", "a..b"), "a..b");
    refused(scan("--new-from", "HEAD^{tree}"), "HEAD^{tree}");
    refused(scan("--new-from", ""), "the revision of --new-from is empty");
    refused(scan("--new-from", "HEAD", "--new-from-merge-base", "main"), "are given together");
  }

  @Test
  void aCloneThatLacksObjectsIsSaid() throws IOException {
    String blob = Objects.requireNonNull(git.getRepository().resolve("HEAD:price.go")).name();
    Files.delete(folder.resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));
    refused(
        scan("--new-from", "HEAD"),
        "1 file of HEAD can't be read",
        "price.go",
        "git fetch --refetch");
  }

  private static void refused(Run run, String... words) {
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(words).doesNotContain("bug of ours");
    assertThat(run.err().lines().count()).isBetween(1L, 2L);
  }

  @Test
  void aBranchOfTheRemoteAloneIsOffered() throws IOException, GitAPIException {
    git.getRepository().updateRef("refs/remotes/origin/trunk");
    var update = git.getRepository().updateRef("refs/remotes/origin/trunk");
    update.setNewObjectId(git.getRepository().resolve("HEAD"));
    update.update();
    refused(scan("--new-from", "trunk"), "; did you mean origin/trunk?");
    assertThat(scan("--new-from", "origin/trunk").code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aShallowCloneWithoutMergeBaseIsSaid() throws IOException, GitAPIException {
    git.branchCreate().setName("feature").call();
    write("other.go", "package shop\n");
    RevCommit main = commit("main goes on");
    git.checkout().setName("feature").call();
    write("stock.go", HEAD + STOCK);
    RevCommit feature = commit("so does the branch");
    Files.writeString(folder.resolve(".git/shallow"), main.name() + "\n" + feature.name() + "\n");
    refused(
        scan("--new-from-merge-base", "main"),
        "the history of this clone ends before HEAD and main meet: it is shallow",
        "git fetch --unshallow");
    // What is there can be compared.
    assertThat(scan("--new-from", "main").code()).isEqualTo(ExitCode.FOUND);
  }

  @Test
  void historiesWithNothingInCommonAreSaid() throws IOException, GitAPIException {
    git.checkout().setOrphan(true).setName("orphan").call();
    write("other.go", "package shop\n");
    refused(scan("--new-from-merge-base", "main"), "there is no revision HEAD", "no commit yet");
    commit("begins anew");
    refused(scan("--new-from-merge-base", "main"), "HEAD and main have no commit in common");
  }

  @Test
  void nothingIsWrittenAndGitIsNotNeeded(@TempDir Path home) throws Exception {
    Map<String, String> before = contents();
    write("stock.go", HEAD + STOCK);
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tidemark.cli.Main",
                "scan",
                folder.toString(),
                "--new-from",
                "HEAD",
                "--no-cache")
            .redirectErrorStream(true);
    command.environment().clear();
    command.environment().putAll(Map.of("PATH", "/nowhere", "HOME", home.toString()));
    Process process = command.start();
    String out =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isEqualTo(1);
    assertThat(out).startsWith("stock.go:6:15: leak");
    Files.delete(folder.resolve("stock.go"));
    assertThat(contents()).isEqualTo(before);
    try (Stream<Path> left = Files.list(home)) {
      assertThat(left).isEmpty();
    }
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file.toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
      }
    }
    return contents;
  }

  /** Start-up does not pay for what reads repositories where none is asked for. */
  @Test
  void gitIsLoadedOnlyWhenAskedFor() throws IOException, InterruptedException {
    assertThat(ScanConfigTest.loaded("scan", folder.toString()))
        .contains("dev.tidemark.cli.Scan ")
        .doesNotContain("org.eclipse.jgit")
        .doesNotContain("org.slf4j");
    assertThat(ScanConfigTest.loaded("scan", folder.toString(), "--new-from", "HEAD"))
        .contains("org.eclipse.jgit");
  }
}
