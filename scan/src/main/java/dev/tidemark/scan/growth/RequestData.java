package dev.tidemark.scan.growth;

import dev.tidemark.golang.effect.PackageSummaries;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which values come from a request, and may be whatever its sender likes: parameters of handlers,
 * what is read from them, and the parameters of functions that these are handed to.
 */
public final class RequestData {
  /** Of a request there are only so many of these. */
  private static final Set<String> FEW =
      Set.of(
          "Status",
          "StatusCode",
          "StatusText",
          "FullPath",
          "Method",
          "HandlerName",
          "Proto",
          "ProtoMajor",
          "Pattern",
          "Context",
          "Done",
          "Err",
          "Written",
          "IsAborted",
          "TLS");

  /** Functions that fill what they are given from their receiver or first argument. */
  private static final Set<String> FILLING =
      Set.of(
          "Decode",
          "Unmarshal",
          "Bind",
          "BindJSON",
          "BindQuery",
          "ShouldBind",
          "ShouldBindJSON",
          "ShouldBindQuery",
          "ShouldBindUri",
          "BodyParser",
          "QueryParser",
          "Scan",
          "Read",
          "ReadFull",
          "Parse",
          "ReadJSON");

  private static final Set<String> TAKING =
      Set.of(
          "Param",
          "Params",
          "Query",
          "DefaultQuery",
          "QueryParam",
          "PostForm",
          "FormValue",
          "PostFormValue",
          "PathValue",
          "GetHeader",
          "Get",
          "Values",
          "Cookie",
          "UserAgent",
          "Referer",
          "ClientIP",
          "RealIP",
          "RemoteIP",
          "RequestURI",
          "Path",
          "OriginalURL",
          "Hostname",
          "Host",
          "EscapedPath");

  private static final Set<String> PARTS =
      Set.of(
          "Request",
          "URL",
          "Path",
          "RawPath",
          "RawQuery",
          "RequestURI",
          "RemoteAddr",
          "Host",
          "Header",
          "Form",
          "PostForm",
          "Params");

  private static final int ROUNDS = 6;

  private final PackageSummaries summaries;
  private final RequestPaths paths;
  private final Set<Value> known = new HashSet<>();

  /** Whether only texts count that are taken from the request as they are. */
  private final boolean isPlain;

  private RequestData(PackageSummaries summaries, RequestPaths paths, boolean isPlain) {
    this.summaries = summaries;
    this.paths = paths;
    this.isPlain = isPlain;
  }

  private record Plain(RequestData data) {}

  /** Texts that a sender can choose freely and nobody looks into: paths, headers, parameters. */
  public static RequestData plain(Unit unit) {
    return unit.once(Plain.class, () -> new Plain(make(unit, true))).data;
  }

  private static RequestData make(Unit unit, boolean isPlain) {
    RequestData data = new RequestData(unit.summaries(), RequestPaths.of(unit), isPlain);
    data.find(unit);
    return data;
  }

  public static RequestData of(Unit unit) {
    return unit.once(RequestData.class, () -> make(unit, false));
  }

  private void find(Unit unit) {
    unit.forEachBody(body -> {
      if (paths.isHandler(body)) {
        List<Var> parameters = body.signature().params();
        for (int i = 0; i < parameters.size(); i++) {
          known.add(new Value.Parameter(body, i, parameters.get(i)));
        }
      }
    });
    for (int round = 0; round < ROUNDS; round++) {
      int before = known.size();
      unit.forEachBody(body -> {
        if (paths.handler(body).isPresent()) {
          body.forEachOp(op -> {
            if (op instanceof Op.Call call) {
              call(body, call);
            }
          });
        }
      });
      if (known.size() == before) {
        return;
      }
    }
  }

  private void call(Body body, Op.Call call) {
    boolean isFed = isOfRequest(body, call.receiver());
    for (Value argument : call.arguments()) {
      isFed |= isOfRequest(body, argument);
    }
    if (!isFed) {
      return;
    }
    String name = call.lastName();
    Optional<Body> callee = summaries.body(call.callee());
    if (callee.isPresent()) {
      List<Var> parameters = callee.get().signature().params();
      for (int i = 0; i < Math.min(parameters.size(), call.arguments().size()); i++) {
        if (isOfRequest(body, call.argument(i))) {
          known.add(new Value.Parameter(callee.get(), i, parameters.get(i)));
        }
      }
    } else if (call.callee() instanceof Callee.Dynamic(Value function)) {
      for (Body one : paths.handed(function)) {
        List<Var> parameters = one.signature().params();
        for (int i = 0; i < Math.min(parameters.size(), call.arguments().size()); i++) {
          if (isOfRequest(body, call.argument(i))) {
            known.add(new Value.Parameter(one, i, parameters.get(i)));
          }
        }
      }
    } else if (!isPlain && FILLING.contains(name)) {
      for (Value argument : call.arguments()) {
        if (argument instanceof Value.Made || argument instanceof Value.Cell) {
          known.add(argument);
        }
      }
    }
  }

  /** Whether a value is the sender's choice. */
  public boolean isOfRequest(Body body, Value value) {
    return isOfRequest(body, value, new HashSet<>());
  }

  private boolean isOfRequest(Body body, Value value, Set<Value> seen) {
    if (known.contains(value)) {
      return true;
    }
    return switch (value) {
      case Value.Field field ->
          !FEW.contains(field.name().name())
              && (!isPlain || PARTS.contains(field.name().name()))
              && !Kinds.isBoolean(field.type())
              && isOfRequest(body, field.base(), seen);
      case Value.Element element -> isOfRequest(body, element.base(), seen);
      case Value.Received received -> isOfRequest(body, received.channel(), seen);
      case Value.Computed computed ->
          isOfRequest(body, computed.x(), seen) || isOfRequest(body, computed.y(), seen);
      case Value.Phi phi ->
          seen.add(phi) && phi.operands().stream().anyMatch(one -> isOfRequest(body, one, seen));
      case Value.Cell cell ->
          seen.add(cell)
              && body.sources(cell).stream()
                  .anyMatch(one -> !one.equals(cell) && isOfRequest(body, one, seen));
      case Value.Made made ->
          // A struct, slice or text that is put together from what comes from the request.
          seen.add(made) && isFilled(body, made, seen);
      case Value.Result(Op.Call call, int index) ->
          seen.add(value) && isResult(body, call, index, seen);
      default -> false;
    };
  }

  private boolean isFilled(Body body, Value.Made made, Set<Value> seen) {
    boolean[] found = new boolean[1];
    body.forEachOp(op -> {
      if (op instanceof Op.Store store && !found[0]) {
        Value base =
            switch (store.place()) {
              case Value.Field field -> field.base();
              case Value.Element element -> element.base();
              default -> Value.NIL;
            };
        found[0] =
            base.equals(made)
                && isOfRequest(body, store.value(), seen)
                && !(isPlain && isAllowed(body, store, seen));
      }
    });
    return found[0];
  }

  /** Whether a function was asked first whether this one may be taken, as an allow list is. */
  private boolean isAllowed(Body body, Op store, Set<Value> seen) {
    return body.blockOf(store).stream()
        .flatMap(block -> block.predecessors().stream())
        .anyMatch(before ->
            before.exit() instanceof Exit.If
                && body.condition(before) instanceof Value.Result(Op.Call asked, _)
                && asked.arguments().stream()
                    .anyMatch(one -> isOfRequest(body, one, new HashSet<>(seen))));
  }

  private boolean isResult(Body body, Op.Call call, int index, Set<Value> seen) {
    String name = call.lastName();
    if (FEW.contains(name) || isTruth(body, call, index)) {
      return false;
    }
    if (isPlain && !TAKING.contains(name) && !isOfText(call.name())) {
      return false;
    }
    if (isOfRequest(body, call.receiver(), seen)) {
      return true;
    }
    return call.arguments().stream().anyMatch(one -> isOfRequest(body, one, seen));
  }

  private static boolean isOfText(String name) {
    return name.startsWith("strings.")
        || name.startsWith("fmt.Sprint")
        || name.startsWith("path.")
        || name.startsWith("go.opentelemetry.io/otel/attribute.")
        || name.endsWith(".String");
  }

  private static boolean isTruth(Body body, Op.Call call, int index) {
    List<Type> types = body.resultTypes(call);
    return index < types.size() && Kinds.isBoolean(types.get(index));
  }
}
