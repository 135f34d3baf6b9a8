package dev.tidemark.golang.hierarchy;

import dev.tidemark.golang.check.SourcePackage.TypedFile;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Spec;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Interface;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Lookup;
import dev.tidemark.golang.types.Named;
import dev.tidemark.golang.types.Package;
import dev.tidemark.golang.types.Selection;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.TypeName;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * The methods of a defined type and of pointers to it, those of embedded fields too.
 *
 * @param functions the qualified name of what each runs, by its {@link MethodKey}; empty where that
 *     is whatever an embedded interface holds
 */
public record TypeMethods(Map<Long, String> functions) {
  /** Embedded in embedded: deeper ones are left out. */
  private static final int DEPTH = 4;

  public TypeMethods {
    functions = Collections.unmodifiableSortedMap(new TreeMap<>(functions));
  }

  /**
   * Of the types that files declare outside of functions.
   *
   * @param isCounted by the file's path and the type
   */
  public static List<TypeMethods> declaredIn(
      List<TypedFile> files, BiPredicate<String, TypeName> isCounted) {
    List<TypeMethods> types = new ArrayList<>();
    for (TypedFile file : files) {
      for (Decl decl : file.unit().tree().decls()) {
        if (decl instanceof Decl.GenDecl general) {
          for (Spec spec : general.specs()) {
            if (spec instanceof Spec.TypeSpec type
                && file.info().symbol(type.name()).orElse(null) instanceof TypeName symbol
                && symbol.type() instanceof Named named
                && isCounted.test(file.unit().path(), symbol)) {
              of(named).ifPresent(types::add);
            }
          }
        }
      }
    }
    return types;
  }

  /** Nothing for interfaces, and for types without methods. */
  public static Optional<TypeMethods> of(Named type) {
    if (type.underlying() instanceof Interface) {
      return Optional.empty();
    }
    Map<String, Package> names = new LinkedHashMap<>();
    names(type, names, 0);
    Map<Long, String> functions = new LinkedHashMap<>();
    Type pointer = new Type.Pointer(type);
    names.forEach((name, pkg) -> {
      if (Lookup.of(pointer, false, pkg, name) instanceof Selection selection
          && selection.symbol() instanceof Func method) {
        functions.put(
            MethodKey.of(method),
            Kinds.isOfInterface(method) ? "" : QualifiedName.of(method.origin()));
      }
    });
    return functions.isEmpty() ? Optional.empty() : Optional.of(new TypeMethods(functions));
  }

  private static void names(Type type, Map<String, Package> into, int depth) {
    Type target = type.unalias() instanceof Type.Pointer pointer ? pointer.element() : type;
    if (target.unalias() instanceof Named named) {
      for (int i = 0; i < named.methodCount(); i++) {
        into.putIfAbsent(named.method(i).name(), named.method(i).pkg());
      }
    }
    if (target.underlying() instanceof Interface face) {
      face.typeSet().methods().forEach(method -> into.putIfAbsent(method.name(), method.pkg()));
    }
    if (target.underlying() instanceof Struct struct && depth < DEPTH) {
      for (Var field : struct.fields()) {
        if (field.isEmbedded()) {
          names(field.type(), into, depth + 1);
        }
      }
    }
  }
}
