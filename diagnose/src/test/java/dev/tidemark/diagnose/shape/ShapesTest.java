package dev.tidemark.diagnose.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Registry, pages and index are of the same shapes, and texts have the room they get. */
class ShapesTest {
  private static final Path PAGES =
      Path.of(System.getProperty("tidemark.captures", "../captures"))
          .resolveSibling("docs")
          .resolve("shapes");

  @Test
  void everyShapeHasAPageAndEveryPageAShape() throws IOException {
    List<String> pages;
    try (Stream<Path> files = Files.list(PAGES)) {
      pages =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> !name.equals("README.md"))
              .map(name -> name.replace(".md", ""))
              .toList();
    }
    assertThat(pages).containsExactlyInAnyOrderElementsOf(names());
  }

  @Test
  void pagesHaveNameTitleAndAllSections() throws IOException {
    for (Shape shape : Shapes.all()) {
      String page = Files.readString(PAGES.resolve(shape.name() + ".md"));
      assertThat(page)
          .startsWith("# " + shape.name() + "\n")
          .containsIgnoringCase("\n" + shape.title() + ".\n")
          .contains("**What is seen.** ", "**Why it leaks.** ", "**To confirm.** ")
          .contains("// leaks\n", "// does not\n", "**In Go's documentation.** ");
    }
  }

  @Test
  void theIndexListsAllInTheOrderTheyAreTried() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGES.resolve("README.md")).stream()
            .filter(line -> line.startsWith("| ["))
            .toList();
    List<String> expected =
        Shapes.all().stream()
            .map(s -> "| [%s](%s.md) | %s |".formatted(s.name(), s.name(), s.title()))
            .toList();
    assertThat(rows).isEqualTo(expected);
  }

  @Test
  void namesAreUniqueAndTitlesShort() {
    assertThat(names()).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    assertThat(Shapes.all()).allSatisfy(shape -> assertThat(shape.title()).hasSizeBetween(20, 80));
  }

  @Test
  void fixesAreShortWhereFunctionsHaveLongNames() {
    String function = "shop/x.(*" + "Long".repeat(30) + ").Fetch.func1";
    Scene scene = new Scene().goroutines("chan send", function).memory(function);
    for (Shape shape : Shapes.all()) {
      for (Sighting sighting : List.of(scene.goroutineSighting(), scene.heapSighting())) {
        assertThat(shape.fix(sighting))
            .as(shape.name())
            .hasSizeLessThanOrEqualTo(140)
            .doesNotContain("{in}");
      }
    }
  }

  private static List<String> names() {
    return Shapes.all().stream().map(Shape::name).toList();
  }
}
