package dev.tidemark.golang.check;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.SourceFile;
import dev.tidemark.golang.syntax.Spec;
import dev.tidemark.golang.types.Package;
import dev.tidemark.golang.types.PackageName;
import dev.tidemark.golang.types.Place;
import dev.tidemark.golang.types.Symbol;
import dev.tidemark.golang.types.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a file imports. A package is asked for when a name may mean it: what it is called is known
 * only then, and most of what a dependency imports is never looked at.
 */
final class FileScope {
  private final SourceUnit unit;
  private final Importer importer;
  private final List<Import> imports = new ArrayList<>();

  /** What is found out about its declarations. */
  private final TypeInfo info = new TypeInfo();

  /** Those found once. */
  private final ConcurrentHashMap<String, PackageName> names = new ConcurrentHashMap<>(8);

  /**
   * @param name given in the file; empty where the package's own is meant
   * @param last what its path ends in
   * @param guess what a package of its path is likely called
   */
  private record Import(String path, String name, String last, String guess, int offset) {
    static Import of(String path, String name, int offset) {
      String last = path.substring(path.lastIndexOf('/') + 1);
      return new Import(path, name, last, Package.unknown(path).name(), offset);
    }

    boolean isDot() {
      return name.equals(".");
    }

    /** Whether its path ends in a name, so that it is likely called so. */
    boolean isLikely(String wanted) {
      return name.isEmpty() && (guess.equals(wanted) || last.equals(wanted));
    }
  }

  FileScope(SourceUnit unit, Importer importer) {
    this.unit = unit;
    this.importer = importer;
    for (Decl decl : unit.tree().decls()) {
      if (decl instanceof Decl.GenDecl general) {
        for (Spec spec : general.specs()) {
          if (spec instanceof Spec.ImportSpec line) {
            add(line);
          }
        }
      }
    }
  }

  private void add(Spec.ImportSpec line) {
    String name = line.name().isNone() ? "" : line.name().name();
    if (!name.equals("_")
        && dev.tidemark.golang.constant.Literals.value(line.path().kind(), line.path().text())
            instanceof Constant.Text path) {
      imports.add(Import.of(path.utf8(), name, line.from()));
    }
  }

  TypeInfo info() {
    return info;
  }

  SourceUnit unit() {
    return unit;
  }

  String path() {
    return unit.path();
  }

  SourceFile tree() {
    return unit.tree();
  }

  /** The paths of its imports, but for those that are imported for what they do at start. */
  List<String> imported() {
    return imports.stream().map(Import::path).toList();
  }

  /** The import that is given a name in the file, or whose path makes it likely. */
  @Nullable Symbol likely(String name) {
    PackageName known = names.get(name);
    if (known != null) {
      return known;
    }
    for (Import line : imports) {
      if (line.name.equals(name)) {
        return found(name, line, imported(line));
      }
    }
    for (Import line : imports) {
      if (line.isLikely(name)) {
        Package pkg = imported(line);
        if (!pkg.isKnown() || pkg.name().equals(name)) {
          return found(name, line, pkg);
        }
      }
    }
    return null;
  }

  /** Any other import that may be meant: those imported with a dot, those of another name. */
  @Nullable Symbol other(String name) {
    for (Import line : imports) {
      if (line.isDot()) {
        Symbol member = imported(line).member(name).filter(Symbol::isExported).orElse(null);
        if (member != null) {
          return member;
        }
      }
    }
    List<Import> unknown = new ArrayList<>();
    for (Import line : imports) {
      if (line.name.isEmpty()) {
        Package pkg = imported(line);
        if (pkg.isKnown() && pkg.name().equals(name)) {
          return found(name, line, pkg);
        }
        if (!pkg.isKnown() && mayBe(line.path, name)) {
          unknown.add(line);
        }
      }
    }
    // Of packages that can't be read the names are not known; one that fits alone is meant.
    return unknown.size() == 1
        ? found(name, unknown.getFirst(), imported(unknown.getFirst()))
        : null;
  }

  private static boolean mayBe(String path, String name) {
    return path.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
  }

  private Package imported(Import line) {
    return line.path.equals("unsafe") ? Universe.UNSAFE : importer.imported(line.path);
  }

  private PackageName found(String name, Import line, Package pkg) {
    PackageName made =
        new PackageName(Package.NONE, name, new Place(unit.path(), line.offset), pkg);
    PackageName before = names.putIfAbsent(name, made);
    return before == null ? made : before;
  }
}
