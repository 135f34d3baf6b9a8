package dev.tidemark.golang.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.golang.MemoryFiles;
import dev.tidemark.golang.build.Platform;
import dev.tidemark.golang.module.ModuleCache;
import dev.tidemark.golang.module.ModuleGraph;
import dev.tidemark.golang.program.Program;
import dev.tidemark.golang.program.SummarySource;
import dev.tidemark.golang.program.TypeLines;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Types of expressions, where there is no Go to compare with. */
class TypesTest {
  /** The types that expressions of a file are given, by their text. */
  private static List<String> types(String source, String expr) {
    MemoryFiles files =
        new MemoryFiles()
            .with("/shop/go.mod", "module example.com/shop\n\ngo 1.26\n")
            .with("/shop/shop.go", source)
            .with("/shop/list/list.go", LIST);
    ModuleGraph modules = ModuleGraph.of(files, ModuleCache.none(files), "/shop");
    Program program = new Program(files, modules, Platform.linux(), SummarySource.NONE, true);
    String[] lines = source.split("\n", -1);
    List<String> found = new ArrayList<>();
    TypeLines.of(program.source("example.com/shop").orElseThrow(), "/shop")
        .lines()
        .forEach(line -> {
          String[] cells = line.split("\t", -1);
          String[] place = cells[0].split("[:-]", -1);
          int row = Integer.parseInt(place[1]) - 1;
          int from = Integer.parseInt(place[2]) - 1;
          boolean isOneLine = place[1].equals(place[3]);
          int to = Integer.parseInt(place[4]) - 1;
          if (isOneLine && lines[row].substring(from, to).equals(expr)) {
            found.add(cells[2]);
          }
        });
    return found;
  }

  private static final String LIST =
      """
      package list

      type List[T any] struct{ items []T }

      func Of[T any](items ...T) *List[T] { return &List[T]{items} }

      func (l *List[E]) First() (item E, ok bool) { return l.items[0], true }

      func Map[T, U any](l *List[T], f func(T) U) *List[U] { return nil }
      """;

  @Test
  void constantsTakeTheTypeOfTheirUse() {
    String source = "package shop\n\nvar size float32 = 1 << 3\nvar n = len(\"hello\") + 'a'\n";
    assertThat(types(source, "1 << 3")).containsExactly("float32");
    assertThat(types(source, "'a'")).containsExactly("int");
    assertThat(types(source, "\"hello\"")).containsExactly("untyped string");
  }

  @Test
  void argumentsOfGenericFunctionsAreInferred() {
    String source =
        """
        package shop

        import "example.com/shop/list"

        func f() {
        	l := list.Of(1, 2.5)
        	m := list.Map(l, func(x float64) string { return "" })
        	first, ok := m.First()
        	_, _ = first, ok
        }
        """;
    assertThat(types(source, "list.Of(1, 2.5)"))
        .containsExactly("*example.com/shop/list.List[float64]");
    assertThat(types(source, "list.Map"))
        .containsExactly(
            "func(l *example.com/shop/list.List[float64], f func(float64) string)"
                + " *example.com/shop/list.List[string]");
    assertThat(types(source, "m.First()")).containsExactly("(item string, ok bool)");
    assertThat(types(source, "first")).containsExactly("string");
  }

  @Test
  void whatIsPromotedIsFound() {
    String source =
        """
        package shop

        type inner struct{ n int }

        func (*inner) Close() error { return nil }

        type outer struct{ *inner }

        var o outer
        var n = o.n
        var closer = o.Close
        """;
    assertThat(types(source, "o.n")).containsExactly("int");
    assertThat(types(source, "o.Close")).containsExactly("func() error");
  }

  @Test
  void packagesThatAreMissingGiveUnknownTypesAndNoWrongOnes() {
    String source =
        """
        package shop

        import "example.com/far/away/v2"

        type mine struct {
        	away.Base
        	n int
        }

        func f(c *away.Client, m mine) int {
        	got, err := c.Get("x", 1)
        	deep := m.n
        	far := m.other
        	list := []away.Item{{Name: "y"}}
        	table := [...]string{away.Low: "l", away.High: "h"}
        	_ = table[0]
        	for i := range list {
        		_ = i
        	}
        	_, _, _, _ = got, err, deep, far
        	return len(got.Items) + 1
        }
        """;
    assertThat(types(source, "*away.Client")).containsExactly("*example.com/far/away/v2.Client");
    assertThat(types(source, "c.Get")).isEmpty();
    assertThat(types(source, "\"x\"")).isEmpty();
    assertThat(types(source, "m.n")).containsExactly("int");
    assertThat(types(source, "m.other")).isEmpty();
    assertThat(types(source, "[]away.Item")).containsExactly("[]example.com/far/away/v2.Item");
    assertThat(types(source, "i")).containsExactly("int");
    assertThat(types(source, "table")).containsExactly("unknown");
    assertThat(types(source, "len(got.Items) + 1")).containsExactly("int");
  }

  @Test
  void brokenCodeEndsAndKeepsWhatIsSure() {
    String source =
        """
        package shop

        type a b
        type b a
        type c struct{ c }
        type d interface{ d; m() }
        var x = y
        var y = x
        const k = k + 1
        type g[T g[T]] struct{}
        func f() int { return undefined.thing(x...).(c).c.c.c + g[int]{} + 1 }
        func (z zed) m() { z.m(); z.n() }
        var ok = "sure"
        """;
    assertThat(types(source, "\"sure\"")).containsExactly("string");
  }
}
