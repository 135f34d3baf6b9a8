package dev.tidemark.golang.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.golang.MemoryFiles;
import dev.tidemark.golang.build.Platform;
import dev.tidemark.golang.module.ModuleCache;
import dev.tidemark.golang.module.ModuleGraph;
import dev.tidemark.golang.program.Program;
import dev.tidemark.golang.program.SummarySource;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Interface;
import dev.tidemark.golang.types.Named;
import dev.tidemark.golang.types.Package;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.TypeName;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which types implement a method, as Go's rules for identical types and method sets have it. */
class ClassHierarchyTest {
  private static final String STORE =
      """
      package store

      type Key = string

      type Entry struct{ Key Key }

      type Each = func(entry Entry) bool

      type Memory struct{ all map[Key]Entry }

      func (m *Memory) Put(k Key, more ...Entry) (old any, err error) { return nil, nil }
      func (m *Memory) Walk(each Each)                               {}
      func (m *Memory) hidden()                                      {}

      type File struct {
      	*Memory
      	path string
      }

      func (f File) Close() error { return nil }

      type Other struct{}

      func (o Other) Put(k []byte, more ...Entry) (any, error) { return nil, nil }
      func (o Other) Walk(each Each)                           {}

      type Few struct{}

      func (f Few) Put(k string, more []Entry) (any, error) { return nil, nil }

      type Pair[T any] struct{ first, second T }

      func (p Pair[T]) Size() int { return 2 }

      type Sized interface{ Size() int }
      type Hidden interface{ hidden() }

      type Both interface {
      	Sized
      	Reset()
      }

      type Wrapped struct{ Sized }

      func (w Wrapped) Reset() {}
      """;

  private static final String USE =
      """
      package use

      import "example.com/shop/store"

      type Putter interface {
      	Put(key string, entries ...store.Entry) (interface{}, error)
      	Walk(func(store.Entry) bool)
      }

      type Closer interface {
      	Putter
      	Close() error
      }

      type Hidden interface{ hidden() }

      type Both interface {
      	Sized
      	Reset()
      }

      type Wrapped struct{ Sized }

      func (w Wrapped) Reset() {}
      """;

  private static Set<String> implementations(String pkg, String face, String method) {
    MemoryFiles files =
        new MemoryFiles()
            .with("/shop/go.mod", "module example.com/shop\n\ngo 1.26\n")
            .with("/shop/store/store.go", STORE)
            .with("/shop/use/use.go", USE);
    ModuleGraph modules = ModuleGraph.of(files, ModuleCache.none(files), "/shop");
    Program program = new Program(files, modules, Platform.linux(), SummarySource.NONE, true);
    Package store = program.source("example.com/shop/store").orElseThrow().pkg();
    Package asked = program.source("example.com/shop/" + pkg).orElseThrow().pkg();
    ClassHierarchy hierarchy =
        new ClassHierarchy(
            Stream.of("Memory", "File", "Other", "Few", "Pair", "Sized", "Wrapped")
                .map(name -> TypeMethods.of((Named) type(store, name)))
                .flatMap(Optional::stream)
                .toList());
    Interface type = (Interface) type(asked, face).underlying();
    Func called =
        type.typeSet().methods().stream()
            .filter(one -> one.name().equals(method))
            .findFirst()
            .orElseThrow();
    return hierarchy.implementations(InterfaceMethod.of(called, type));
  }

  private static Type type(Package pkg, String name) {
    return ((TypeName) pkg.member(name).orElseThrow()).type();
  }

  @Test
  void namesOfAliasesAndParametersDoNotMatter() {
    assertThat(implementations("use", "Putter", "Put"))
        .containsExactly("example.com/shop/store.Memory.Put");
  }

  @Test
  void methodOfAnEmbeddedStructIsWhatRuns() {
    assertThat(implementations("use", "Closer", "Walk"))
        .containsExactly("example.com/shop/store.Memory.Walk");
    assertThat(implementations("use", "Closer", "Close"))
        .containsExactly("example.com/shop/store.File.Close");
  }

  @Test
  void genericTypesImplementToo() {
    assertThat(implementations("store", "Sized", "Size"))
        .containsExactly("example.com/shop/store.Pair.Size");
  }

  @Test
  void embeddedInterfaceGivesItsMethodsAndRunsWhateverItHolds() {
    assertThat(implementations("store", "Both", "Reset"))
        .containsExactly("example.com/shop/store.Wrapped.Reset");
    assertThat(implementations("store", "Both", "Size")).isEmpty();
  }

  @Test
  void hiddenNameOfAnotherPackageIsAnotherName() {
    assertThat(implementations("store", "Hidden", "hidden"))
        .containsExactly("example.com/shop/store.Memory.hidden");
    assertThat(implementations("use", "Hidden", "hidden")).isEmpty();
  }
}
