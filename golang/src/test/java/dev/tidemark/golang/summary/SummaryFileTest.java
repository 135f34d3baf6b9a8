package dev.tidemark.golang.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.golang.MemoryFiles;
import dev.tidemark.golang.build.Platform;
import dev.tidemark.golang.check.Importer;
import dev.tidemark.golang.module.ModuleCache;
import dev.tidemark.golang.module.ModuleGraph;
import dev.tidemark.golang.program.ApiCollector;
import dev.tidemark.golang.program.Program;
import dev.tidemark.golang.program.SummarySource;
import dev.tidemark.golang.types.Const;
import dev.tidemark.golang.types.Named;
import dev.tidemark.golang.types.Package;
import dev.tidemark.golang.types.Resolution;
import dev.tidemark.golang.types.Symbol;
import dev.tidemark.golang.types.TypeText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SummaryFileTest {
  private static final String SOURCE =
      """
      package api

      import "context"

      const Limit = 1 << 40
      const Name = "n\\x00é"

      var Default = newStore()

      type hidden struct{ N int }

      type Store struct {
      	*hidden
      	next *Store
      	Handle func(ctx context.Context, args ...any) (err error) `json:"handle"`
      }

      func newStore() *Store { return nil }

      func (s *Store) Close() error { return nil }

      type Number interface{ ~int | ~float64 }

      type Box[K comparable, V Number] map[K][]V

      func (b Box[A, B]) Get(key A) (v B, ok bool) { return }

      func Make[K comparable, V Number](key K) Box[K, V] { return nil }

      type Alias = Box[string, int]

      type unused struct{}
      """;

  private static byte[] written() {
    MemoryFiles files =
        new MemoryFiles().with("/m/go.mod", "module api\n").with("/m/api.go", SOURCE);
    Program program =
        new Program(
            files,
            ModuleGraph.of(files, ModuleCache.none(files), "/m"),
            Platform.linux(),
            SummarySource.NONE,
            true);
    ApiCollector collector = new ApiCollector(program, _ -> false);
    collector.add(List.of("api"));
    return collector.toBytes("test");
  }

  private static Package read(byte[] bytes) {
    Importer nothing = Package::unknown;
    return SummaryFile.open(bytes)
        .orElseThrow()
        .summary("api", nothing, new Resolution())
        .orElseThrow();
  }

  private static String type(Package api, String name) {
    return TypeText.of(api.member(name).map(Symbol::type).orElseThrow());
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Package api = read(written());
    assertThat(api.name()).isEqualTo("api");
    assertThat(type(api, "Default")).isEqualTo("*api.Store");
    assertThat(type(api, "Make"))
        .isEqualTo("func[K comparable, V api.Number](key K) api.Box[K, V]");
    assertThat(TypeText.of(api.member("Store").orElseThrow().type().underlying()))
        .isEqualTo(
            "struct{*api.hidden; next *api.Store; Handle func(ctx context.Context, args ...any)"
                + " (err error) \"json:\\\"handle\\\"\"}");
    assertThat(type(api, "Alias")).isEqualTo("api.Alias");
    Named instance = (Named) api.member("Alias").orElseThrow().type().unalias();
    assertThat(TypeText.of(instance.method(0).type()))
        .isEqualTo("func(key string) (v int, ok bool)");
    assertThat(((Const) api.member("Limit").orElseThrow()).value()).hasToString("1099511627776");
    assertThat(((Const) api.member("Name").orElseThrow()).value()).hasToString("n\u0000é");
    assertThat(api.member("unused")).isEmpty();
    assertThat(api.member("hidden")).isPresent();
  }

  @Test
  void damageGivesLessAndNoException() {
    byte[] whole = written();
    Random random = new Random(7);
    int unreadable = 0;
    for (int round = 0; round < 3_000; round++) {
      byte[] bytes = whole.clone();
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Package api =
          SummaryFile.open(bytes)
              .flatMap(file -> file.summary("api", Package::unknown, new Resolution()))
              .orElse(Package.NONE);
      unreadable += api == Package.NONE ? 1 : 0;
      for (String name : List.of("Limit", "Default", "Store", "Box", "Make", "Alias")) {
        api.member(name).ifPresent(symbol -> TypeText.of(symbol.type().underlying()));
      }
    }
    assertThat(unreadable).isPositive();
  }
}
