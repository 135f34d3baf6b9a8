package dev.tidemark.golang.module;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.golang.MemoryFiles;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GoModTest {
  private static final String MOD =
      """
      // Deprecated: by another
      module "example.com/shop" // here

      go 1.22.3
      toolchain go1.23.0
      godebug asynctimerchan=1

      require (
      	github.com/Gin/gin v1.11.0
      	golang.org/x/net v0.1.0 // indirect
      )
      require example.com/near v1.0.0
      replace example.com/near => ../near
      replace github.com/Gin/gin v1.11.0 => github.com/fork/gin v1.12.0
      retract [v1.0.0, v1.1.0]
      ignore ./assets
      """;

  @Test
  void readsWhatTheGoCommandReads() {
    GoMod mod = GoMod.parse(MOD.getBytes(UTF_8));
    assertThat(mod.problems()).isEmpty();
    assertThat(mod.module()).isEqualTo("example.com/shop");
    assertThat(mod.languageVersion()).isEqualTo(new GoVersion(22));
    assertThat(mod.languageVersion().hasVariablesPerTurn()).isTrue();
    assertThat(mod.languageVersion().collectsTimers()).isFalse();
    assertThat(mod.debug()).containsEntry("asynctimerchan", "1");
    assertThat(mod.requires()).hasSize(3);
    assertThat(mod.requires().get(1).isIndirect()).isTrue();
    assertThat(mod.replaces()).hasSize(2);
    assertThat(mod.ignored()).containsExactly("./assets");
  }

  @Test
  void packagesAreFoundWhereTheGoCommandFindsThem() {
    MemoryFiles files =
        new MemoryFiles()
            .with("/w/shop/go.mod", MOD)
            .with("/w/shop/cart/cart.go", "package cart")
            .with("/w/shop/tools/go.mod", "module example.com/shop/tools")
            .with("/w/shop/tools/t.go", "package tools")
            .with("/w/shop/testdata/x/x.go", "package x")
            .with("/w/near/near.go", "package near")
            .with("/cache/github.com/fork/gin@v1.12.0/gin.go", "package gin")
            .with("/cache/golang.org/x/net@v0.1.0/html/html.go", "package html");
    ModuleGraph graph = ModuleGraph.of(files, new ModuleCache(files, "/cache"), "/w/shop/cart");
    assertThat(graph.locate("example.com/shop/cart")).isInstanceOf(Location.InModule.class);
    assertThat(folder(graph, "example.com/near")).isEqualTo("/w/near");
    assertThat(folder(graph, "github.com/Gin/gin")).isEqualTo("/cache/github.com/fork/gin@v1.12.0");
    assertThat(folder(graph, "golang.org/x/net/html"))
        .isEqualTo("/cache/golang.org/x/net@v0.1.0/html");
    assertThat(graph.locate("golang.org/x/net/http2"))
        .isEqualTo(new Location.Missing(new ModuleVersion("golang.org/x/net", "v0.1.0")));
    assertThat(graph.locate("net/http")).isEqualTo(Location.Missing.ANYWHERE);
    assertThat(graph.packageFolders("/w/shop")).containsExactly("/w/shop/cart");
  }

  @Test
  void versionThatIsExcludedIsNotChosen() {
    String far = "module example.com/far\nrequire example.com/near v1.5.0\n";
    String shop =
        """
        module example.com/shop
        go 1.16
        require (
        	example.com/far v1.0.0
        	example.com/near v1.2.0
        )
        """;
    MemoryFiles files =
        new MemoryFiles()
            .with("/w/go.mod", shop)
            .with("/w/shop.go", "package shop")
            .with("/cache/example.com/far@v1.0.0/go.mod", far)
            .with("/cache/example.com/far@v1.0.0/far.go", "package far")
            .with("/cache/example.com/near@v1.2.0/near.go", "package near")
            .with("/cache/example.com/near@v1.5.0/near.go", "package near");
    ModuleCache cache = new ModuleCache(files, "/cache");
    assertThat(folder(ModuleGraph.of(files, cache, "/w"), "example.com/near"))
        .isEqualTo("/cache/example.com/near@v1.5.0");
    files.with("/w/go.mod", shop + "exclude example.com/near v1.5.0\n");
    assertThat(folder(ModuleGraph.of(files, cache, "/w"), "example.com/near"))
        .isEqualTo("/cache/example.com/near@v1.2.0");
  }

  private static String folder(ModuleGraph graph, String path) {
    return ((Location.InDependency) graph.locate(path)).folder();
  }

  @Test
  void aFolderWithoutModuleIsOneOfItsName() {
    MemoryFiles files = new MemoryFiles().with("/w/loose/sub/a.go", "package sub");
    ModuleGraph graph = ModuleGraph.of(files, ModuleCache.none(files), "/w/loose");
    assertThat(graph.importPath("/w/loose/sub")).contains("loose/sub");
    assertThat(graph.locate("loose/sub")).isInstanceOf(Location.InModule.class);
  }

  @Test
  void versionsAreOrderedAsTheirNumbersAre() {
    String[] sorted = {
      "v0.0.0-20200101000000-abcdefabcdef",
      "v1.2.3-alpha",
      "v1.2.3-alpha.1",
      "v1.2.3-alpha.beta",
      "v1.2.3-rc.2",
      "v1.2.3-rc.10",
      "v1.2.3",
      "v1.2.10",
      "v1.10.0+incompatible"
    };
    for (int i = 1; i < sorted.length; i++) {
      assertThat(SemanticVersion.ORDER.compare(sorted[i - 1], sorted[i]))
          .as(sorted[i - 1] + " before " + sorted[i])
          .isNegative();
    }
  }

  @Test
  void damageIsToldAndNeverThrown() {
    Random random = new Random(1);
    int problems = 0;
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = MOD.getBytes(UTF_8);
      for (int i = 0; i < 1 + random.nextInt(8); i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      problems += GoMod.parse(bytes).problems().isEmpty() ? 0 : 1;
      GoWork.parse(bytes);
    }
    assertThat(problems).isPositive();
  }
}
