package dev.tidemark.golang.check;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.types.Lazy;
import dev.tidemark.golang.types.Package;
import dev.tidemark.golang.types.Place;
import dev.tidemark.golang.types.Resolution;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Symbol;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Unknown;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one declaration or function body: where it stands, and what has still to be done.
 * The parts that look at types, expressions and statements share it.
 */
final class Checker {
  final SourcePackage source;
  final FileScope file;
  final Recorder recorder;
  final UntypedExprs untyped = new UntypedExprs(this);
  final TypeExprs types = new TypeExprs(this);
  final Exprs exprs = new Exprs(this);
  final Operators operators = new Operators(this);
  final Selectors selectors = new Selectors(this);
  final Indexing indexing = new Indexing(this);
  final Literals literals = new Literals(this);
  final Calls calls = new Calls(this);
  final Builtins builtins = new Builtins(this);
  final Conversion conversion = new Conversion(this);
  final Assignments assignments = new Assignments(this);
  final Stmts stmts = new Stmts(this);

  /** What is to be looked at when the statement it stands in is done: bodies of literals. */
  final Deque<Runnable> delayed = new ArrayDeque<>();

  /** Whether this is a body, whose names mean what they mean at one place. */
  final boolean isBody;

  Scope scope;
  Signature signature = Signature.of(java.util.List.of(), java.util.List.of(), false);

  /** The value of {@code iota}, within a declaration of constants. */
  @Nullable Constant iota;

  /** Whether something was called or received: the length of an array is then no constant. */
  boolean hasCallOrReceive;

  Checker(SourcePackage source, FileScope file, Recorder recorder, Scope scope, boolean isBody) {
    this.source = source;
    this.file = file;
    this.recorder = recorder;
    this.scope = scope;
    this.isBody = isBody;
  }

  Package pkg() {
    return source.pkg();
  }

  Resolution resolution() {
    return source.resolution();
  }

  Place place(int offset) {
    return new Place(file.path(), offset);
  }

  /** What a name means here. */
  @Nullable Symbol lookup(String name) {
    Symbol found = scope.lookup(name);
    return found != null ? found : source.lookup(file, name);
  }

  void open() {
    scope = new Scope(scope);
  }

  void close() {
    Scope parent = scope.parent();
    scope = parent == null ? scope : parent;
  }

  /** A part of a declared type: looked at when it is asked for, or at once within a body. */
  <T> Lazy<T> later(Function<Checker, T> part, T onCycle) {
    if (isBody) {
      return Lazy.of(part.apply(this));
    }
    Lazy<T> lazy = apart(scope, part, onCycle);
    source.expect(recorder, lazy);
    return lazy;
  }

  /** What is looked at on its own, in a scope, whatever is being looked at when it is asked for. */
  <T> Lazy<T> apart(Scope in, Function<Checker, T> part, T onCycle) {
    return Lazy.by(
        resolution(),
        () -> {
          Checker fresh = new Checker(source, file, recorder, in, isBody);
          T made = part.apply(fresh);
          fresh.untyped.finish();
          return made;
        },
        onCycle);
  }

  /** Looks at what waits beyond the first ones. */
  void runDelayed(int first) {
    while (delayed.size() > first) {
      delayed.removeLast().run();
    }
  }

  void record(Operand x) {
    Expr expr = x.expr();
    if (x.isUnknown() || x.mode() == Mode.BUILTIN) {
      return;
    }
    Type type = x.type();
    if (type instanceof dev.tidemark.golang.types.Basic basic && basic.isUntyped()) {
      untyped.remember(expr, x.mode(), basic, x.value());
    } else {
      recorder.type(expr, x.mode(), type, x.value());
    }
  }

  /** Takes back what was said of an expression. */
  void recordUnknown(Expr expr) {
    recorder.type(expr, Mode.UNKNOWN, Unknown.UNKNOWN, Constant.UNKNOWN);
  }

  void recordType(Expr expr, Type type) {
    recorder.type(expr, Mode.TYPE, type, Constant.UNKNOWN);
  }
}
