package dev.tidemark.golang.check;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Spec;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.types.Const;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Lazy;
import dev.tidemark.golang.types.Package;
import dev.tidemark.golang.types.Place;
import dev.tidemark.golang.types.Resolution;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Symbol;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.TypeName;
import dev.tidemark.golang.types.Universe;
import dev.tidemark.golang.types.Unknown;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A package of which there is source. What it declares is found out name by name when it is asked
 * for; bodies of functions are looked at one by one, by any thread.
 */
public final class SourcePackage {
  private final Package pkg;
  private final Resolution resolution;
  private final Importer importer;
  private final boolean keepsTypes;
  private final List<FileScope> files = new ArrayList<>();
  private final Map<String, Symbol> members = new HashMap<>();
  private final Map<Decl.FuncDecl, Func> functions = new IdentityHashMap<>();
  private final Map<Decl.FuncDecl, FileScope> fileOf = new IdentityHashMap<>();

  /** What is looked at when all of the package is. */
  private final List<Lazy<?>> all = new ArrayList<>();

  private final Queue<Lazy<?>> expected = new ConcurrentLinkedQueue<>();
  private final Queue<LiteralBody> literals = new ConcurrentLinkedQueue<>();

  /** The body of a function literal that initialises a variable. */
  private record LiteralBody(
      FileScope file,
      Scope scope,
      Expr.FuncLit function,
      Signature signature,
      @Nullable Constant iota) {}

  /**
   * @param keepsTypes whether the types of its expressions will be asked for, rather than only what
   *     it declares
   */
  public SourcePackage(
      String path,
      List<SourceUnit> units,
      Importer importer,
      Resolution resolution,
      boolean keepsTypes) {
    String name = units.isEmpty() ? "" : units.getFirst().tree().name().name();
    this.pkg = Package.of(path, name, members::get);
    this.importer = importer;
    this.resolution = resolution;
    this.keepsTypes = keepsTypes;
    for (SourceUnit unit : units) {
      files.add(new FileScope(unit, importer));
    }
    collect();
  }

  /** The paths that its files import, each once. */
  public List<String> imports() {
    return files.stream().flatMap(file -> file.imported().stream()).distinct().toList();
  }

  /** Everything that it declares, by name. */
  public List<String> names() {
    return members.keySet().stream().sorted().toList();
  }

  public Package pkg() {
    return pkg;
  }

  Resolution resolution() {
    return resolution;
  }

  /**
   * A file with what was found out about it outside of the bodies of its functions: declarations,
   * and literals that initialise variables.
   *
   * @param functions every function and method with a body, in order
   */
  public record TypedFile(SourceUnit unit, TypeInfo info, List<Decl.FuncDecl> functions) {}

  /** What a declaration of this package declares. */
  public Func function(Decl.FuncDecl declaration) {
    Func function = functions.get(declaration);
    if (function == null) {
      throw new IllegalArgumentException("not of package " + pkg.path());
    }
    return function;
  }

  /** Its files, all of their declarations looked at. To be asked for by one thread. */
  public List<TypedFile> files() {
    for (Lazy<?> lazy : all) {
      lazy.get();
    }
    for (Lazy<?> next = expected.poll(); next != null; next = expected.poll()) {
      next.get();
    }
    for (LiteralBody body = literals.poll(); body != null; body = literals.poll()) {
      literal(body);
    }
    List<TypedFile> typed = new ArrayList<>();
    for (FileScope file : files) {
      typed.add(new TypedFile(file.unit(), file.info(), functions(file)));
    }
    return typed;
  }

  private static List<Decl.FuncDecl> functions(FileScope file) {
    List<Decl.FuncDecl> list = new ArrayList<>();
    for (Decl decl : file.tree().decls()) {
      if (decl instanceof Decl.FuncDecl function && function.body() != Stmt.BlockStmt.NO_BODY) {
        list.add(function);
      }
    }
    return list;
  }

  private void literal(LiteralBody body) {
    TypeInfo found = new TypeInfo();
    Checker checker = new Checker(this, body.file, found.recorder(), new Scope(body.scope), true);
    checker.stmts.declare(body.function.type(), body.signature);
    checker.iota = body.iota;
    checker.stmts.body(body.signature, body.function.body());
    checker.runDelayed(0);
    checker.untyped.finish();
    body.file.info().addAll(found);
  }

  /** What is found out about the body of a function. May be asked by several threads at once. */
  public TypeInfo body(Decl.FuncDecl declaration) {
    Signature signature = function(declaration).signature();
    TypeInfo found = new TypeInfo();
    Scope scope = new Scope(null);
    Checker checker = new Checker(this, file(declaration), found.recorder(), scope, true);
    FuncScope.typeParams(scope, signature.receiverTypeParams());
    FuncScope.vars(scope, declaration.receiver(), signature.receiver());
    FuncScope.declare(scope, declaration.type(), signature);
    checker.stmts.body(signature, declaration.body());
    checker.runDelayed(0);
    checker.untyped.finish();
    return found;
  }

  private FileScope file(Decl.FuncDecl declaration) {
    FileScope file = fileOf.get(declaration);
    if (file == null) {
      throw new IllegalArgumentException("not of package " + pkg.path());
    }
    return file;
  }

  /** What a name means in a file, outside of functions. */
  @Nullable Symbol lookup(FileScope file, String name) {
    Symbol found = members.get(name);
    if (found == null) {
      found = file.likely(name);
    }
    if (found == null) {
      found = Universe.member(name).orElse(null);
    }
    return found != null ? found : file.other(name);
  }

  void expect(Recorder from, Lazy<?> part) {
    if (from != Recorder.NONE) {
      expected.add(part);
    }
  }

  void expectBody(
      Checker from,
      Scope scope,
      Expr.FuncLit function,
      Signature signature,
      @Nullable Constant iota) {
    if (from.recorder != Recorder.NONE) {
      literals.add(new LiteralBody(from.file, scope, function, signature, iota));
    }
  }

  private Checker checker(FileScope file) {
    return new Checker(this, file, recorder(file), new Scope(null), false);
  }

  private Recorder recorder(FileScope file) {
    return keepsTypes ? file.info().recorder() : Recorder.NONE;
  }

  private void collect() {
    Map<String, Spec.TypeSpec> types = new LinkedHashMap<>();
    for (FileScope file : files) {
      for (Decl decl : file.tree().decls()) {
        if (decl instanceof Decl.GenDecl general) {
          for (Spec spec : general.specs()) {
            if (spec instanceof Spec.TypeSpec type) {
              types.putIfAbsent(type.name().name(), type);
            }
          }
        }
      }
    }
    Map<String, List<Func>> methods = new HashMap<>();
    for (FileScope file : files) {
      for (Decl decl : file.tree().decls()) {
        if (decl instanceof Decl.FuncDecl function) {
          function(file, function, methods, types);
        }
      }
    }
    for (FileScope file : files) {
      for (Decl decl : file.tree().decls()) {
        if (decl instanceof Decl.GenDecl general) {
          switch (general.keyword()) {
            case CONST -> ConstGroup.of(general).forEach(entry -> constants(file, entry));
            case VAR -> general.specs().forEach(spec -> variables(file, spec));
            case TYPE -> general.specs().forEach(spec -> type(file, spec, methods));
            default -> {}
          }
        }
      }
    }
  }

  private void add(FileScope file, Expr.Ident name, Symbol symbol) {
    recorder(file).symbol(name, symbol);
    if (!name.name().equals("_")) {
      members.putIfAbsent(name.name(), symbol);
    }
  }

  private <T> Lazy<T> lazy(java.util.function.Supplier<T> part, T onCycle) {
    Lazy<T> made = Lazy.by(resolution, part, onCycle);
    all.add(made);
    return made;
  }

  private void function(
      FileScope file,
      Decl.FuncDecl function,
      Map<String, List<Func>> methods,
      Map<String, Spec.TypeSpec> types) {
    Lazy<Signature> signature =
        lazy(
            () -> {
              Checker checker = checker(file);
              Signature found = new Declarations(checker).signature(function);
              checker.untyped.finish();
              return found;
            },
            Func.NO_SIGNATURE);
    Expr.Ident name = function.name();
    boolean isMethod = !function.receiver().fields().isEmpty();
    Receiver receiver =
        isMethod ? Receiver.of(function.receiver().fields().getFirst().type()) : null;
    Func symbol =
        new Func(
            pkg,
            name.name(),
            new Place(file.path(), name.from()),
            receiver != null && receiver.isPointer(),
            signature);
    functions.put(function, symbol);
    fileOf.put(function, file);
    recorder(file).symbol(name, symbol);
    if (receiver != null) {
      if (!name.name().equals("_")) {
        methods.computeIfAbsent(receiver.owner(types), _ -> new ArrayList<>()).add(symbol);
      }
    } else if (!name.name().equals("init") && !name.name().equals("_")) {
      members.putIfAbsent(name.name(), symbol);
    }
  }

  private void constants(FileScope file, ConstGroup.Entry entry) {
    for (int i = 0; i < entry.spec().names().size(); i++) {
      int index = i;
      Expr.Ident name = entry.spec().names().get(i);
      Lazy<Const.Value> value =
          lazy(
              () -> {
                Checker checker = checker(file);
                checker.iota = Constant.of(entry.iota());
                Const.Value found = new Declarations(checker).constant(entry, index);
                checker.untyped.finish();
                return found;
              },
              Const.Value.UNKNOWN);
      add(file, name, new Const(pkg, name.name(), new Place(file.path(), name.from()), value));
    }
  }

  private void variables(FileScope file, Spec spec) {
    if (!(spec instanceof Spec.ValueSpec line)) {
      return;
    }
    Lazy<Type> declared =
        line.type().isNone()
            ? Lazy.of(Unknown.UNKNOWN)
            : lazy(
                () -> {
                  Checker checker = checker(file);
                  Type type = checker.types.type(line.type());
                  checker.untyped.finish();
                  return type;
                },
                Unknown.UNKNOWN);
    boolean isTyped = !line.type().isNone();
    boolean isEach = line.values().size() == line.names().size();
    Lazy<List<Type>> shared =
        isEach || line.values().isEmpty()
            ? Lazy.of(List.of())
            : lazy(
                () -> values(file, line.names().size(), line.values(), declared, isTyped),
                List.of());
    for (int i = 0; i < line.names().size(); i++) {
      int index = i;
      Expr.Ident name = line.names().get(i);
      Lazy<List<Type>> own =
          isEach
              ? lazy(
                  () -> values(file, 1, List.of(line.values().get(index)), declared, isTyped),
                  List.of())
              : shared;
      Lazy<Type> type =
          isTyped
              ? declared
              : Lazy.by(
                  resolution,
                  () -> {
                    List<Type> types = own.get();
                    int at = isEach ? 0 : index;
                    return at < types.size() ? types.get(at) : Unknown.UNKNOWN;
                  },
                  Unknown.UNKNOWN);
      add(
          file,
          name,
          new Var(Var.Kind.PACKAGE, pkg, name.name(), new Place(file.path(), name.from()), type));
    }
  }

  private List<Type> values(
      FileScope file, int count, List<Expr> values, Lazy<Type> declared, boolean isTyped) {
    Checker checker = checker(file);
    List<@Nullable Type> targets = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      targets.add(isTyped ? declared.get() : null);
    }
    List<Type> types = checker.assignments.assign(targets, values, true);
    checker.untyped.finish();
    return types;
  }

  private void type(FileScope file, Spec spec, Map<String, List<Func>> methods) {
    if (!(spec instanceof Spec.TypeSpec line)) {
      return;
    }
    List<Func> own = methods.getOrDefault(line.name().name(), List.of());
    TypeName name = new Declarations(checker(file)).typeName(line, own);
    add(file, line.name(), name);
    lazy(
        () -> {
          Declarations.force(name.type());
          return true;
        },
        true);
  }
}
