package dev.tidemark.golang.types;

/** What a name stands for (an object, in the words of go/types). */
public sealed interface Symbol
    permits Const, TypeName, Var, Func, PackageName, Builtin, Nil, Label {
  String name();

  /** {@link Package#NONE} for what is predeclared. */
  Package pkg();

  Type type();

  /** Where it is declared. */
  Place place();

  /** Whether other packages may name it. */
  default boolean isExported() {
    return Names.isExported(name());
  }

  /**
   * Whether it is what a package means by a name: names that are not exported are different in each
   * package.
   */
  default boolean hasName(Package from, String name) {
    return name().equals(name) && (isExported() || pkg().path().equals(from.path()));
  }

  /**
   * The order in which Go lists methods: exported ones first, then by name, then by package
   * (go/types, {@code object.cmp}).
   */
  static int compare(Symbol x, Symbol y) {
    if (x.isExported() != y.isExported()) {
      return x.isExported() ? -1 : 1;
    }
    int byName = x.name().compareTo(y.name());
    return byName != 0 || x.isExported() ? byName : x.pkg().path().compareTo(y.pkg().path());
  }
}
