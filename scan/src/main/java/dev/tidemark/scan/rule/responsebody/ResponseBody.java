package dev.tidemark.scan.rule.responsebody;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.effect.Effect;
import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Interface;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Type;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.release.Acquisition;
import dev.tidemark.scan.release.End;
import dev.tidemark.scan.release.Paths;
import dev.tidemark.scan.release.ReleaseRule;
import dev.tidemark.scan.release.Resource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A response whose body is not closed on some path: its connection is never used again, and its two
 * goroutines stay.
 *
 * <pre>
 *   resp, err := client.Do(req)                  resp, err := client.Do(req)
 *   if err != nil { return err }                 if err != nil { return err }
 *   if resp.StatusCode != 200 {                  defer resp.Body.Close()     // fine
 *     return errStatus       // found
 *   }
 *   defer resp.Body.Close()
 * </pre>
 *
 * <p>Functions of the module that hand on a response they got are followed.
 */
public final class ResponseBody extends ReleaseRule {
  /** Functions of the package that hand on what others of it hand on. */
  private static final int DEPTH = 4;

  private static final Resource BODY =
      new Resource(
          "the response body",
          "closed",
          Set.of("Close", "CloseBody"),
          Set.of(),
          Set.of(),
          Set.of("io.ReadAll", "io/ioutil.ReadAll", "io.Copy", "io.CopyBuffer"));

  /** Answers with one of these have no body, or one that is the connection, which is handed on. */
  private static final Set<Constant> NO_BODY =
      Set.of(Constant.of(101), Constant.of(204), Constant.of(304));

  /** What methods are called that send a request, whatever they make it of. */
  private static final Set<String> SENDING =
      Set.of("Do", "Send", "Get", "Head", "Post", "PostForm", "Put", "Patch", "Delete", "Fetch");

  /** Of the standard library those that only build or read a response. */
  private static final Set<String> NO_CONNECTION =
      Set.of("net/http.ReadResponse", "net/http/httptest.ResponseRecorder.Result");

  public ResponseBody() {
    super(
        new RuleInfo(
            "response-body-not-closed",
            LeakClass.LEAK,
            "the body of an HTTP response is not closed on every path",
            772,
            "`defer resp.Body.Close()` right behind the check of the error"));
  }

  @Override
  protected Optional<Acquisition> acquired(Op.Call call, Body body, Unit unit) {
    if (!returnsResponse(call, body)) {
      return Optional.empty();
    }
    int last = body.resultTypes(call).size() - 1;
    Acquisition acquired = Acquisition.of(call, BODY, 0, last > 0 ? last : -1);
    return isOpen(call, body, unit, 0) ? Optional.of(acquired) : Optional.empty();
  }

  private static boolean returnsResponse(Op.Call call, Body body) {
    List<Type> results = body.resultTypes(call);
    // What comes with more than an error was looked into: its body is likely read and closed.
    return !results.isEmpty()
        && results.size() <= 2
        && QualifiedName.of(results.getFirst()).equals("net/http.Response");
  }

  /** Whether the response of a call comes with a body that is still open. */
  private static boolean isOpen(Op.Call call, Body body, Unit unit, int depth) {
    if (NO_CONNECTION.contains(call.name())) {
      return false;
    }
    Optional<Body> known = unit.summaries().body(call.callee());
    if (known.isPresent()) {
      return depth < DEPTH
          && (acquiresOpen(known.get(), unit, depth) || isGivenAcquirer(call, unit, depth));
    }
    return switch (call.callee()) {
      case Callee.Static(var symbol) -> {
        String path = symbol.pkg().path();
        Signature signature = symbol.signature();
        // Of other packages what sends requests; others may have read the body to its end.
        yield path.equals("net/http")
            || takesRequest(signature)
            || SENDING.contains(symbol.name())
                && !signature.receiver().isEmpty()
                && !takesTarget(signature);
      }
      case Callee.Interface(var symbol) ->
          takesRequest(symbol.signature())
              || SENDING.contains(symbol.name()) && !takesTarget(symbol.signature());
      case Callee.Dynamic _ ->
          body.info().type(call.node().function()).underlying() instanceof Signature signature
              && takesRequest(signature);
      case Callee.Literal _, Callee.Language _ -> false;
    };
  }

  /** Whether a function that gets an open response is handed in: {@code retry(3, get)}. */
  private static boolean isGivenAcquirer(Op.Call call, Unit unit, int depth) {
    return call.arguments().stream()
        .anyMatch(argument ->
            argument instanceof Value.Closure(Body literal) && acquiresOpen(literal, unit, depth));
  }

  /** Whether it sends a request, and does not read the answer into what it is given, too. */
  private static boolean takesRequest(Signature signature) {
    return signature.params().stream()
            .anyMatch(one -> QualifiedName.of(one.type()).equals("net/http.Request"))
        && !takesTarget(signature);
  }

  private static boolean takesTarget(Signature signature) {
    return signature.params().stream()
        .anyMatch(one ->
            one.type().underlying() instanceof Interface any
                && any.methods().isEmpty()
                && !signature.isVariadic());
  }

  /** Whether a call is of a function of the module that closes a part of what it is given. */
  private static boolean closesArgument(Op.Call call, Unit unit) {
    return !call.arguments().isEmpty()
        && unit.summaries().of(call.callee()).stream()
            .flatMap(summary -> summary.effects().stream())
            .anyMatch(effect ->
                effect.kind() == Effect.Kind.METHOD
                    && effect.detail().endsWith(".Close")
                    && effect.target() instanceof Value.Argument argument
                    && call.argument(argument.index()) instanceof Value.Field body
                    && body.name().name().equals("Body"));
  }

  @Override
  protected End end(Acquisition acquired) {
    return new End() {
      @Override
      public boolean isWhere(Value condition, boolean isTrue) {
        return isTrue
            && condition
                instanceof Value.Computed(Token operator, Value.Field field, Value.Known status)
            && operator == Token.EQL
            && field.name().name().equals("StatusCode")
            && field.base().equals(acquired.value())
            && NO_BODY.contains(status.constant());
      }
    };
  }

  /** A function of the package: it gets an open response from elsewhere, and closes none. */
  private static boolean acquiresOpen(Body function, Unit unit, int depth) {
    boolean[] found = new boolean[2];
    function.forEachBody(body ->
        body.forEachOp(op -> {
          if (op instanceof Op.Call call) {
            found[0] |= returnsResponse(call, body) && isOpen(call, body, unit, depth + 1);
            found[1] |=
                call.name().endsWith(".Close") && call.arguments().isEmpty()
                    || closesArgument(call, unit)
                    || unit.wrappers().closes().contains(call.name());
          }
        }));
    return found[0] && (!found[1] || isReturnedOpen(function));
  }

  /** Whether it is returned on a way on which nothing is closed, as it is on others. */
  private static boolean isReturnedOpen(Body function) {
    Deque<Block> waiting = new ArrayDeque<>(List.of(function.graph().entry()));
    Set<Block> seen = new HashSet<>(waiting);
    while (!waiting.isEmpty()) {
      Block block = waiting.remove();
      List<Op> ops = function.ops(block);
      if (ops.stream().anyMatch(ResponseBody::mayClose)) {
        continue;
      }
      if (ops.stream().anyMatch(op -> returnsOwn(op, function))) {
        return true;
      }
      block.successors().stream().filter(seen::add).forEach(waiting::add);
    }
    return false;
  }

  private static boolean mayClose(Op op) {
    return op instanceof Op.Call call
        && (call.lastName().equals("Close")
            || call.callee() instanceof Callee.Literal
            || call.mode() == Op.Mode.DEFER
            || call.arguments().stream().anyMatch(ResponseBody::isBody));
  }

  /** Who gets a body may read it to its end and close it. */
  private static boolean isBody(Value value) {
    return value instanceof Value.Field field && field.name().name().equals("Body");
  }

  private static boolean returnsOwn(Op op, Body function) {
    return op instanceof Op.Return(_, List<Value> values)
        && !values.isEmpty()
        && values.stream().skip(1).allMatch(Value.NIL::equals)
        && function.sources(values.getFirst()).stream()
            .anyMatch(source ->
                source instanceof Value.Result(Op.Call call, int index)
                    && index == 0
                    && returnsResponse(call, function));
  }

  /**
   * The response of a HEAD request has no body that anything would wait for; with a timeout, or a
   * request whose context ends, the connection is cut off then.
   */
  @Override
  protected LeakClass leakClass(Acquisition acquired, Paths.Lost lost, Body body, Unit unit) {
    Op.Call call = acquired.call();
    boolean isHead =
        call.name().endsWith(".Head")
            || call.arguments().stream()
                .flatMap(argument -> body.sources(argument).stream())
                .anyMatch(ResponseBody::isHeadRequest);
    if (isHead) {
      return LeakClass.HYGIENE;
    }
    Deadlines deadlines = Deadlines.of(unit);
    boolean isCutOff =
        deadlines.isCutOff(call, body)
            || acquired.maker() != call
                && unit.summaries()
                    .body(call.callee())
                    .filter(helper -> deadlines.isCutOff(acquired.maker(), helper))
                    .isPresent();
    return isCutOff ? LeakClass.BOUNDED : LeakClass.LEAK;
  }

  private static boolean isHeadRequest(Value value) {
    if (!(value instanceof Value.Result(Op.Call call, _))) {
      return false;
    }
    return call.name().startsWith("net/http.NewRequest")
        ? call.arguments().stream()
            .anyMatch(one ->
                one instanceof Value.Known(var constant) && constant.toString().equals("HEAD"))
        // As in `must.Get(http.NewRequest(…))`.
        : call.arguments().stream()
            .anyMatch(one ->
                one instanceof Value.Result(Op.Call made, _)
                    && made.name().startsWith("net/http.NewRequest")
                    && isHeadRequest(one));
  }
}
