package dev.tidemark.golang.summary;

/** What a name of a package stands for. New ones are added at the end. */
enum SymbolKind {
  CONST,
  VAR,
  FUNC,
  TYPE,
  ALIAS;

  private static final SymbolKind[] ALL = values();

  static SymbolKind of(Input in) {
    return ALL[in.below(ALL.length)];
  }
}
