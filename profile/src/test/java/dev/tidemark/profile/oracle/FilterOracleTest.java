package dev.tidemark.profile.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.Profile;
import dev.tidemark.profile.ValueType;
import dev.tidemark.profile.filter.StackFilter;
import dev.tidemark.profile.filter.TagFilter;
import dev.tidemark.profile.table.Grouping;
import dev.tidemark.profile.table.Table;
import dev.tidemark.profile.table.Totals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Filters mean what {@code go tool pprof} means by them. */
class FilterOracleTest {
  private static final Path SHOP = CaptureFiles.format("shop-heap-second.pb.gz");
  private static final Path NAMES = CaptureFiles.format("shapes-heap-names.pb.gz");
  private static final Path GOROUTINES = CaptureFiles.format("shapes-goroutine.pb.gz");
  private static final Path CPU = CaptureFiles.format("shapes-cpu-2s.pb.gz");

  @Test
  void stackFiltersKeepTheSameSums() {
    GoTools go = GoTools.require();
    try (Comparisons comparisons = new Comparisons("stack-filters")) {
      for (Path file : List.of(SHOP, NAMES, GOROUTINES, CPU)) {
        for (StackFilter filter : stackFilters()) {
          compare(go, comparisons, file, filter, TagFilter.NONE);
        }
      }
      assertThat(comparisons.count()).isGreaterThan(2000);
    }
  }

  @Test
  void tagFiltersKeepTheSameSums() {
    GoTools go = GoTools.require();
    try (Comparisons comparisons = new Comparisons("tag-filters")) {
      for (TagFilter filter : numberFilters()) {
        compare(go, comparisons, SHOP, StackFilter.NONE, filter);
        compare(go, comparisons, NAMES, StackFilter.NONE, filter);
      }
      for (TagFilter filter : textFilters()) {
        compare(go, comparisons, GOROUTINES, StackFilter.NONE, filter);
        compare(go, comparisons, SHOP, StackFilter.NONE, filter);
      }
      assertThat(comparisons.count()).isGreaterThan(1000);
    }
  }

  private static List<StackFilter> stackFilters() {
    return List.of(
        new StackFilter("shop/", "", "", ""),
        new StackFilter("net/http", "", "", ""),
        new StackFilter("Builder", "", "", ""),
        new StackFilter("^runtime\\.", "", "", ""),
        new StackFilter("\\.go$", "", "", ""),
        new StackFilter("names\\.go|search\\.go", "", "", ""),
        new StackFilter("(?i)HTTP", "gin", "", ""),
        new StackFilter("", "storefront|shapes", "", ""),
        new StackFilter("", "mallocgc", "", ""),
        new StackFilter("", "", "^runtime\\.|^net/http", ""),
        new StackFilter("", "", "strings\\.", ""),
        new StackFilter("", "", "", "shop/|main\\."),
        new StackFilter("", "", "", "func\\d"),
        new StackFilter("shop/", "Index", "http", "shop|net"),
        // The binary's path is a name too: /tmp/shop-…/shop or …/shapes.
        new StackFilter("/tmp/", "", "", ""),
        new StackFilter("", "/tmp/", "", ""),
        new StackFilter("", "", "/tmp/", ""),
        new StackFilter("", "", "", "/tmp/"),
        new StackFilter("vdso", "", "", ""),
        new StackFilter("", "", "vdso", "runtime"),
        new StackFilter("no such name", "", "", ""),
        new StackFilter("", "no such name", "no such name", ""));
  }

  private static List<TagFilter> numberFilters() {
    return List.of(
        new TagFilter("32kb:", ""),
        new TagFilter(":1kb", ""),
        new TagFilter("bytes=:1kb", ""),
        new TagFilter("bytes=1kb:64KB", ""),
        new TagFilter("48b", ""),
        new TagFilter("48", ""),
        new TagFilter("bytes=16bytes:128", ""),
        new TagFilter("16:1kb", ""),
        new TagFilter("1kb:10ms", ""),
        new TagFilter("1kib:", ""),
        new TagFilter("other=1kb:", ""),
        new TagFilter("1ms:", ""),
        new TagFilter("", "1kb:2kb"),
        new TagFilter("1kb:", "bytes=1mb:"));
  }

  private static List<TagFilter> textFilters() {
    return List.of(
        new TagFilter("north", ""),
        new TagFilter("tenant=north", ""),
        new TagFilter("tenant:north", ""),
        new TagFilter("tenant=north,south", ""),
        new TagFilter("north,orders", ""),
        new TagFilter("north,south", ""),
        new TagFilter("route=/orders", "tenant=north"),
        new TagFilter("", "tenant"),
        new TagFilter("", "tenant="),
        new TagFilter("tenant=", ""),
        new TagFilter("nokey=.*", ""),
        new TagFilter("qu\"oted", ""));
  }

  private static void compare(
      GoTools go, Comparisons comparisons, Path file, StackFilter stacks, TagFilter tags) {
    Profile profile = CaptureFiles.read(file);
    Profile filtered = tags.apply(stacks.apply(profile));
    int last = profile.header().sampleTypes().size() - 1;
    ValueType type = profile.header().sampleTypes().get(last);
    List<String> arguments = new ArrayList<>();
    option(arguments, "focus", stacks.focus());
    option(arguments, "ignore", stacks.ignore());
    option(arguments, "hide", stacks.hide());
    option(arguments, "show", stacks.show());
    option(arguments, "tagfocus", tags.focus());
    option(arguments, "tagignore", tags.ignore());
    arguments.add(file.toString());
    String name = String.join(" ", arguments);
    PprofTop top = PprofTop.of(go, type, arguments);
    top.compare(comparisons, name, Totals.of(Table.of(filtered), last, Grouping.FUNCTION));
    Stacks.compare(comparisons, name, Table.of(filtered), PprofRaw.of(go, arguments));
  }

  private static void option(List<String> arguments, String name, String value) {
    if (!value.isEmpty()) {
      arguments.add("-" + name + "=" + value);
    }
  }
}
