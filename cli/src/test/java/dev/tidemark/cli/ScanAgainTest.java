package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.workspace.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan of what has changed says what a scan of all says. */
class ScanAgainTest {
  @TempDir private Path folder;

  @BeforeEach
  void module() throws IOException {
    write("go.mod", "module example.com/shop\n\ngo 1.26\n");
    write(
        "low/low.go",
        """
        package low

        import "net/http"

        var Names = map[string]int{}

        type Client struct{ Inner *http.Client; Last *http.Response }

        func Close(r *http.Response) { r.Body.Close() }
        """);
    write(
        "mid/mid.go",
        """
        package mid

        import ("net/http"; "example.com/shop/low")

        func Done(r *http.Response) { low.Close(r) }
        """);
    write(
        "top/top.go",
        """
        package top

        import ("net/http"; "example.com/shop/mid")

        func Price(url string) (int, error) {
        	resp, err := http.Get(url)
        	if err != nil {
        		return 0, err
        	}
        	mid.Done(resp)
        	return resp.StatusCode, nil
        }
        """);
    write(
        "top/top_test.go",
        "package top_test\n\nimport \"testing\"\n\nfunc TestPrice(t *testing.T) {}\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void replace(String name, String text, String with) throws IOException {
    String before = Files.readString(folder.resolve(name));
    assertThat(before).contains(text);
    write(name, before.replace(text, with));
  }

  private String again() {
    Run run = Run.of("scan", folder.toString());
    Run whole = Run.of("scan", folder.toString(), "--no-cache");
    assertThat(run.out()).isEqualTo(whole.out());
    assertThat(run.err()).isEqualTo(whole.err());
    assertThat(run.code()).isEqualTo(whole.code());
    return run.out();
  }

  @Test
  void nothingChangedSaysTheSame() {
    String first = again();
    assertThat(first).contains("no leaks");
    assertThat(again()).isEqualTo(first);
  }

  @Test
  void functionThatNoLongerClosesIsSeenByThoseFarAbove() throws IOException {
    again();
    replace("low/low.go", "{ r.Body.Close() }", "{ println(r.Status) }");
    assertThat(again()).contains("top/top.go:6:15: leak");
    replace("low/low.go", "{ println(r.Status) }", "{ r.Body.Close() }");
    assertThat(again()).contains("no leaks");
  }

  @Test
  void functionThatKeepsWhatItGetsIsKnownFromTheEarlierScan() throws IOException {
    replace("low/low.go", "{ r.Body.Close() }", "{ kept.Last = r }\n\nvar kept Client");
    again();
    replace("top/top.go", "mid.Done(resp)", "println(1)\n\tmid.Done(resp)");
    assertThat(again()).contains("no leaks");
  }

  @Test
  void requestsThatComeToReachAPackageAreSeenWithoutLookingAtItAgain() throws IOException {
    write(
        "store/store.go",
        """
        package store

        type Store struct{ seen map[string]int }

        func New() *Store { return &Store{map[string]int{}} }

        func (s *Store) Put(key string) { s.seen[key]++ }
        """);
    write(
        "web/web.go",
        """
        package web

        import "net/http"

        type putter interface{ Put(key string) }

        type Page struct{ store putter }

        func (p *Page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
        	println(p.store)
        }
        """);
    assertThat(again()).contains("no leaks");
    replace("web/web.go", "println(p.store)", "p.store.Put(r.URL.Path)");
    String found = again();
    assertThat(found).contains("store/store.go:7:35: leak", "calls store.Store.Put");
    assertThat(again()).isEqualTo(found);
    replace("web/web.go", "Put(key string)", "Put(key []byte)");
    assertThat(again()).contains("no leaks");
  }

  @Test
  void brokenFileIsNamedEachTime() throws IOException {
    write("low/broken.go", "package low\n\nfunc broken( {\n");
    again();
    assertThat(Run.of("scan", folder.toString()).err()).contains("low/broken.go:3:");
    Files.delete(folder.resolve("low/broken.go"));
    again();
    assertThat(Run.of("scan", folder.toString()).err()).isEmpty();
  }

  @Test
  void packagesComeAndGo() throws IOException {
    again();
    write(
        "new/new.go", Files.readString(folder.resolve("top/top.go")).replace("mid.Done(resp)", ""));
    assertThat(again()).contains("new/new.go:6:15: leak");
    Files.delete(folder.resolve("new/new.go"));
    assertThat(again()).contains("no leaks");
    replace("go.mod", "go 1.26", "go 1.20");
    again();
  }

  @Test
  void damagedFilesAreAsGoodAsNone() throws IOException {
    String first = again();
    Random random = new Random(7);
    CacheFolder cache = ScanCache.folder(System.getenv());
    for (int i = 0; i < 40; i++) {
      List<Path> files = new ArrayList<>();
      try (Stream<Path> all = Files.list(cache.folder())) {
        all.filter(Files::isRegularFile).forEach(files::add);
      }
      for (Path file : files) {
        byte[] bytes = Files.readAllBytes(file);
        if (i % 4 == 0) {
          Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
        } else if (bytes.length > 0) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
          Files.write(file, bytes);
        }
      }
      assertThat(Run.of("scan", folder.toString()).out()).isEqualTo(first);
    }
  }

  @Test
  void cacheIsToldOfAndEmptied() {
    again();
    Run status = Run.of("cache", "status", "--format", "json");
    assertThat(status.out())
        .contains("\"schema\": \"tidemark.cache/1\"", "\"limit_bytes\": 536870912");
    assertThat(Run.of("cache", "clean").out()).endsWith(" kB taken away\n");
    assertThat(Run.of("cache", "status").out()).contains(": 0 of at most 536,871 kB, for 0 scans");
    Run wrong = Run.of("cache", "claen");
    assertThat(wrong.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(wrong.err()).contains("clean");
  }
}
