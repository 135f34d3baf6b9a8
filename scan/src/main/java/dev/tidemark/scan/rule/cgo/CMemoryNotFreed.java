package dev.tidemark.scan.rule.cgo;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.release.Paths;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Memory that is taken from C and not freed on some path: no collection frees it, and no heap
 * profile shows it.
 *
 * <pre>
 *   name := C.CString(s)                         name := C.CString(s)
 *   return C.lookup(name)    // found            defer C.free(unsafe.Pointer(name))   // fine
 *                                                return C.lookup(name)
 * </pre>
 *
 * <p>A function of C whose name says that it keeps what it gets is taken at its word.
 */
public final class CMemoryNotFreed implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "c-memory-not-freed",
          LeakClass.LEAK,
          "memory of C is not freed on every path",
          401,
          "`defer C.free(unsafe.Pointer(p))` right behind the call");

  private static final Set<String> ALLOCATING = Set.of("malloc", "calloc", "CString", "CBytes");

  /** Parts of the names of functions that may keep or free what they are given. */
  private static final List<String> KEEPING =
      List.of(
          "free",
          "set",
          "add",
          "new",
          "init",
          "push",
          "register",
          "own",
          "append",
          "put",
          "insert",
          "create",
          "destroy",
          "release",
          "delete",
          "close",
          "store",
          "attach",
          "bind",
          "open");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachCall((body, call) -> {
      if (call.mode() == Op.Mode.NOW && ALLOCATING.contains(nameInC(call)) && !isFreedLater(body)) {
        Value memory = new Value.Result(call, 0);
        Paths.search(
                unit,
                body,
                call,
                value -> is(value, memory, body),
                op -> isHandled(op, call, memory, body))
            .ifPresent(lost ->
                out.add(
                    INFO,
                    body,
                    call.node(),
                    "the memory of C."
                        + nameInC(call)
                        + " is not freed on the path that leaves the function at line "
                        + unit.span(body, lost.end()).line(),
                    List.of(
                        new Step(unit.span(body, call.node()), "it is allocated"),
                        new Step(unit.span(body, lost.end()), "not freed here"))));
      }
    });
  }

  /** The name of a function of C; empty for all others. */
  static String nameInC(Op.Call call) {
    return call.node().function() instanceof Expr.SelectorExpr(var _, var _, Expr x, var selected)
            && x instanceof Expr.Ident pkg
            && pkg.name().equals("C")
        ? selected.name()
        : "";
  }

  /** Whether a function literal frees something. */
  private static boolean isFreedLater(Body body) {
    boolean[] found = new boolean[1];
    body.literals()
        .forEach(literal ->
            literal.forEachBody(one ->
                one.forEachOp(op ->
                    found[0] |= op instanceof Op.Call call && nameInC(call).contains("free"))));
    return found[0];
  }

  private static boolean isHandled(Op op, Op.Call made, Value memory, Body body) {
    return switch (op) {
      case Op.Call call ->
          call != made
              && call.arguments().stream().anyMatch(given -> is(given, memory, body))
              && !isOnlyUsed(nameInC(call), call);
      case Op.Store store -> is(store.value(), memory, body);
      case Op.Send send -> is(send.value(), memory, body);
      case Op.Return returned -> returned.values().stream().anyMatch(one -> is(one, memory, body));
      case Op.Receive _, Op.Select _, Op.Share _, Op.Load _ -> false;
    };
  }

  private static boolean isOnlyUsed(String nameInC, Op.Call call) {
    if (nameInC.isEmpty()) {
      return call.name().equals("unsafe.Slice") || call.name().equals("unsafe.String");
    }
    String lower = nameInC.toLowerCase(Locale.ROOT);
    return KEEPING.stream().noneMatch(lower::contains);
  }

  private static boolean is(Value value, Value memory, Body body) {
    return switch (value) {
      case Value.Computed computed ->
          is(computed.x(), memory, body) || is(computed.y(), memory, body);
      default -> value.equals(memory) || body.sources(value).contains(memory);
    };
  }
}
