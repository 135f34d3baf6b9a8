package dev.tidemark.scan.wait;

import dev.tidemark.golang.effect.Effect;
import dev.tidemark.golang.effect.PackageSummaries;
import dev.tidemark.golang.effect.Summary;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Lookup;
import dev.tidemark.golang.types.Selection;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Unknown;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.StandardLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a call calls in a run, and with what. */
final class Calls {
  private static final Set<String> READING =
      Set.of(
          "bytes",
          "context",
          "encoding/binary",
          "encoding/hex",
          "encoding/json",
          "errors",
          "fmt",
          "log",
          "log/slog",
          "maps",
          "math",
          "os",
          "runtime",
          "slices",
          "strconv",
          "strings",
          "sync",
          "sync/atomic",
          "testing",
          "time",
          "unicode",
          "unicode/utf8");

  /** As commands name what they check errors with. */
  private static final Pattern ENDING =
      Pattern.compile("(?i)(fail|exit|die|panic|quit|abort|fatal)(On|If)(Err|Error)|CheckErr(or)?");

  private final Machine machine;
  private final PackageSummaries summaries;

  Calls(Machine machine, PackageSummaries summaries) {
    this.machine = machine;
    this.summaries = summaries;
  }

  Invocation of(Frame frame, Op.Call call) {
    Datum receiver =
        call.receiver().equals(Value.NIL) ? Datum.NIL : machine.memory.of(frame, call.receiver());
    Datum function =
        switch (call.callee()) {
          case Callee.Static(Func symbol) -> new Datum.Declared(symbol);
          case Callee.Interface(Func symbol) -> new Datum.Method(symbol, receiver);
          case Callee.Literal(Body body) -> machine.memory.of(frame, new Value.Closure(body));
          case Callee.Dynamic(Value value) -> machine.memory.of(frame, value);
          case Callee.Language _ -> Datum.NIL;
        };
    List<Datum> arguments = new ArrayList<>(call.arguments().size());
    for (Value argument : call.arguments()) {
      arguments.add(machine.memory.of(frame, argument));
    }
    return of(call, function, receiver, arguments);
  }

  /** A call that a call makes, of a function value that it was given. */
  Invocation of(Invocation by, Datum function, List<Datum> arguments) {
    Invocation made = of(by.call(), function, Datum.NIL, arguments);
    // A function that is not known is not the one that was called with it.
    return function instanceof Instance || function.equals(Datum.NIL) ? made.nameless() : made;
  }

  /** A call of a function value. */
  Invocation of(Op.Call call, Datum function, Datum receiver, List<Datum> arguments) {
    return switch (function) {
      case Datum.Declared(Func symbol) -> declared(call, symbol, receiver, arguments);
      case Datum.Method(Func symbol, Datum bound) -> method(call, symbol, bound, arguments);
      case Datum.Code(Body body, Frame captured) ->
          new Invocation(
              call,
              body,
              captured,
              call.name(),
              function,
              Datum.NIL,
              rest(body, call, arguments),
              _ -> {});
      default ->
          new Invocation(call, null, null, call.name(), function, receiver, arguments, _ -> {});
    };
  }

  private Invocation declared(Op.Call call, Func symbol, Datum receiver, List<Datum> arguments) {
    Body body = summaries.body(symbol.origin()).orElse(null);
    String name = QualifiedName.of(symbol);
    Signature signature = symbol.signature();
    if (!signature.receiver().isEmpty()
        && !signature.isVariadic()
        && receiver.equals(Datum.NIL)
        && arguments.size() == signature.params().size() + 1) {
      // As in `go (*worker).run(w)`: what a method expression gives takes its receiver first.
      return declared(call, symbol, arguments.getFirst(), arguments.subList(1, arguments.size()));
    }
    return new Invocation(
        call,
        body,
        null,
        name,
        new Datum.Declared(symbol),
        receiver,
        body == null ? arguments : rest(body, call, arguments),
        _ -> {});
  }

  private static List<Datum> rest(Body body, Op.Call call, List<Datum> arguments) {
    return Memory.arguments(body.signature(), arguments, call.node().ellipsis() >= 0);
  }

  /** A method of whatever the receiver is. */
  private Invocation method(Op.Call call, Func symbol, Datum receiver, List<Datum> arguments) {
    if (receiver instanceof Instance instance && !instance.isExternal) {
      Type pointer =
          instance.type.unalias() instanceof Type.Pointer
              ? instance.type
              : new Type.Pointer(instance.type);
      if (Lookup.of(pointer, true, symbol.pkg(), symbol.name())
              instanceof Selection(var found, List<Integer> path, _)
          && found instanceof Func method) {
        Datum at = receiver;
        Type type = instance.type;
        for (int i = 0; i + 1 < path.size(); i++) {
          Optional<Var> field = field(type, path.get(i));
          if (field.isEmpty()) {
            break;
          }
          at = machine.memory.part(at, field.get().name(), field.get().type());
          type = field.get().type();
        }
        if (summaries.body(method.origin()).isPresent() || path.size() > 1) {
          return declared(call, method.origin(), at, arguments);
        }
      }
    }
    return declared(call, symbol, receiver, arguments);
  }

  private static Optional<Var> field(Type type, int index) {
    Type target = type.underlying();
    if (target instanceof Type.Pointer pointer) {
      target = pointer.element().underlying();
    }
    return target instanceof Struct struct && index < struct.fields().size()
        ? Optional.of(struct.fields().get(index))
        : Optional.empty();
  }

  /** A function that can't be looked into gets what it is called with. */
  void handOver(Invocation invocation) {
    Summary known =
        invocation.call().callee() instanceof Callee.Static callee
            ? summaries.of(callee).orElse(null)
            : null;
    boolean borrows = onlyReads(invocation.name());
    for (int i = 0; i < invocation.arguments().size(); i++) {
      Datum argument = invocation.arguments().get(i);
      // Of the standard library too, who gets a channel or a function is there to use it.
      boolean isKept =
          argument instanceof Datum.Code
              || argument instanceof Datum.Method
              || argument instanceof Instance.Channel;
      if (isKept || !borrows && !isUntouched(known, i)) {
        machine.memory.escape(argument);
      }
    }
    if (!borrows && !isUntouched(known, -1)) {
      machine.memory.escape(invocation.receiver());
    }
    machine.memory.escape(invocation.function());
  }

  /** Whether a function is one that ends the process on an error, and gets one. */
  boolean endsProcess(Invocation invocation) {
    return ENDING
            .matcher(invocation.name().substring(invocation.name().lastIndexOf('.') + 1))
            .matches()
        && invocation.arguments().stream()
            .anyMatch(argument ->
                argument instanceof Instance instance
                    && Kinds.isError(instance.type)
                    && machine
                        .memory
                        .guesses()
                        .isTrue(machine.memory.guesses().compute(Token.NEQ, argument, Datum.NIL)));
  }

  /** What a function gets the address of, as {@code flag.IntVar(&n, …)}, it may set. */
  void fill(Frame frame, Op.Call call) {
    List<Expr> given = call.node().arguments();
    for (int i = 0; i < Math.min(given.size(), call.arguments().size()); i++) {
      if (given.get(i) instanceof Expr.UnaryExpr address && address.operator() == Token.AND) {
        Value place = call.arguments().get(i);
        switch (machine.memory.read(frame, place)) {
          case Datum.Whole _, Datum.Truth _, Datum.Text _, Datum.Nil _ ->
              machine.memory.write(
                  frame, place, Instances.external(frame.body.info().type(address.x())), address);
          default -> {}
        }
      }
    }
  }

  /** Packages that don't call what they are given, but to print it. */
  private static boolean onlyReads(String name) {
    int end = name.indexOf('.', name.lastIndexOf('/') + 1);
    return end > 0 && READING.contains(name.substring(0, end));
  }

  private static boolean isUntouched(@Nullable Summary known, int index) {
    if (known == null || !known.isComplete()) {
      return false;
    }
    Value argument = new Value.Argument(index);
    return known.effects().stream().noneMatch(effect -> isOf(effect, argument));
  }

  private static boolean isOf(Effect effect, Value argument) {
    Value root = effect.target();
    while (true) {
      if (root instanceof Value.Field field) {
        root = field.base();
      } else if (root instanceof Value.Element element) {
        root = element.base();
      } else {
        return root.equals(argument);
      }
    }
  }

  /** Whether a call gives its first argument in other words, and nil where that is nil. */
  static boolean wrapsError(Body caller, Op.Call call) {
    List<Type> results = caller.resultTypes(call);
    return StandardLibrary.wrapsError(nameOf(call))
        && results.size() == 1
        && (Kinds.isError(results.getFirst()) || results.getFirst() instanceof Unknown)
        && !call.arguments().isEmpty();
  }

  /** As it is written, where it is of a package that is not known. */
  private static String nameOf(Op.Call call) {
    return call.name().isEmpty()
            && call.node().function() instanceof Expr.SelectorExpr(_, _, _, Expr.Ident selected)
        ? selected.name()
        : call.name();
  }

  static List<Datum> unknownResults(Body caller, Op.Call call) {
    return caller.resultTypes(call).stream().map(type -> unknown(call, type)).toList();
  }

  private static Datum unknown(Op.Call call, Type type) {
    if (StandardLibrary.makesError(call.name())) {
      return Instance.error(type);
    }
    boolean isChance =
        (call.name().startsWith("time.") || call.name().startsWith("math/rand"))
            && !Kinds.isInteger(type);
    return isChance ? new Instance.Chance(type) : Instances.external(type);
  }
}
