package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class GolangTest {
  @TempDir private Path folder;

  @BeforeEach
  void module() throws IOException {
    write("go.mod", "module example.com/shop\n\ngo 1.26\n");
    write(
        "shop.go",
        """
        package shop

        import (
        	"net/http"

        	"github.com/gin-gonic/gin"
        )

        func Serve(c *gin.Context) { c.JSON(http.StatusOK, c.Param("id")) }
        """);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void typesNeedNoDependencies() {
    Run run = Run.of("golang", "types", folder.toString(), "--no-dependencies");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("shop.go:9:30-9:36\tSelectorExpr\tfunc(code int, obj any)\n")
        .contains("shop.go:9:37-9:50\tSelectorExpr\tint\n")
        .contains("shop.go:9:60-9:64\tBasicLit\tstring\n")
        .doesNotContain("unknown");
  }

  @Test
  void typesAreTheSameForAScript() throws IOException {
    write("cart/cart.go", "package cart\n\nvar n = 1\n");
    Run text = Run.of("golang", "types", folder.toString());
    Run run = Run.of("golang", "types", folder.toString(), "--format", "json");
    StringBuilder lines = new StringBuilder();
    for (JsonNode one : new ObjectMapper().readTree(run.out()).get("expressions")) {
      lines.append(
          "%s:%d:%d-%d:%d\t%s\t%s\n"
              .formatted(
                  one.get("file").asString(),
                  one.get("line").asInt(),
                  one.get("column").asInt(),
                  one.get("endLine").asInt(),
                  one.get("endColumn").asInt(),
                  one.get("node").asString(),
                  one.get("type").asString()));
    }
    assertThat(lines).hasToString(text.out()).contains("cart/cart.go:3:9-3:10");
  }

  @Test
  void optionOfAnotherIsRefused() {
    Run run = Run.of("golang", "types", folder.toString(), "--output", "x.api");
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("golang types has no --output", "`tidemark golang summarize`");
    assertThat(Run.of("golang", "stats", folder.toString(), "--no-dependencies").code())
        .isEqualTo(ExitCode.UNUSABLE);
  }

  @Test
  void syntaxErrorsAreNamedWithTheirPlace() throws IOException {
    write("cart/cart.go", "package cart\n\nfunc f( {\n");
    Run run = Run.of("golang", "stats", folder.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FOUND);
    assertThat(run.out()).startsWith("cart/cart.go:3:9: ").contains("2 files of 2 packages");
  }

  @Test
  void statsAreTheSameForAScript() throws IOException {
    write("shop_test.go", "package shop\n\n//go:generate true\n");
    Run run = Run.of("golang", "stats", folder.toString(), "--format", "json");
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.get("schema").asString()).isEqualTo("tidemark-golang-stats/1");
    assertThat(json.get("files").asInt()).isEqualTo(2);
    assertThat(json.get("tests").asInt()).isEqualTo(1);
    assertThat(json.get("directives").get("generate").asInt()).isEqualTo(1);
    assertThat(json.get("errors")).isEmpty();
  }

  @Test
  void whatIsImportedCanBeKept() throws IOException {
    write("vendor/modules.txt", "");
    write(
        "vendor/github.com/gin-gonic/gin/gin.go",
        """
        package gin

        type Context struct{}

        func (c *Context) JSON(code int, own *Context) {}
        func (c *Context) Param(key string) *Context { return c }
        """);
    Path summary = folder.resolve("own.api");
    Run run = Run.of("golang", "summarize", folder.toString(), "--output", summary.toString());
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("own.api: 1 packages");
    assertThat(summary).isNotEmptyFile();
    Run json =
        Run.of(
            "golang",
            "summarize",
            folder.toString(),
            "--output",
            summary.toString(),
            "--format",
            "json");
    assertThat(new ObjectMapper().readTree(json.out()).get("packages").get(0).asString())
        .isEqualTo("github.com/gin-gonic/gin");
  }

  @Test
  void aFolderThatIsNotThereIsWrongUse() {
    Run run = Run.of("golang", "types", folder.resolve("nowhere").toString());
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("does not exist");
  }

  @Test
  void aFolderWithoutGoIsWrongUse() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    Run run = Run.of("golang", "stats", folder.resolve("empty").toString());
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("no Go files");
  }
}
