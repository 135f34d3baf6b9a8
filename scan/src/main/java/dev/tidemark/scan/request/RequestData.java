package dev.tidemark.scan.request;

import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.Unit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;

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
          "Topic",
          "Partition",
          "Queue",
          "Exchange",
          "Proto",
          "ProtoMajor",
          "Pattern",
          "Context",
          "Done",
          "Err",
          "Written",
          "IsAborted",
          "TLS");

  /** Numbers of which there are as few, as a status has them; a text of the name may be any. */
  private static final Set<String> CODES = Set.of("Code", "code", "status", "statusCode");

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

  private final LocalCalls calls;
  private final RequestPaths paths;

  /** The parameters of entries that a value may come from, a bit each. */
  private final Map<Value, Long> known = new HashMap<>();

  /** Whether only texts count that are taken from the request as they are. */
  private final boolean isPlain;

  private RequestData(LocalCalls calls, RequestPaths paths, boolean isPlain) {
    this.calls = calls;
    this.paths = paths;
    this.isPlain = isPlain;
  }

  private record Plain(RequestData data) {}

  /** Texts that a sender can choose freely and nobody looks into: paths, headers, parameters. */
  public static RequestData plain(Unit unit) {
    return unit.oncePerRoots(Plain.class, () -> new Plain(make(unit, true))).data;
  }

  private static RequestData make(Unit unit, boolean isPlain) {
    RequestData data = new RequestData(LocalCalls.of(unit), RequestPaths.of(unit), isPlain);
    data.find(unit);
    return data;
  }

  public static RequestData of(Unit unit) {
    return unit.oncePerRoots(RequestData.class, () -> make(unit, false));
  }

  private void find(Unit unit) {
    if (unit.roots().withHandlers()) {
      Handlers.of(unit).all().forEach(body -> parameters(body, _ -> Roots.HANDLER));
    }
    unit.roots()
        .entries()
        .forEach((body, given) -> parameters(body, index -> given & Roots.bit(index)));
    boolean isNew = true;
    for (int i = 0; i < ROUNDS && isNew; i++) {
      isNew = round();
    }
  }

  /** Whether anything new was found. */
  private boolean round() {
    boolean isNew = false;
    for (Body body : paths.reached()) {
      for (LocalCalls.Site site : calls.calls(body)) {
        for (Body callee : site.callees()) {
          isNew |= hand(body, site.call(), callee);
        }
      }
      if (!isPlain) {
        for (Op.Call call : calls.filling(body)) {
          isNew |= fill(body, call);
        }
      }
    }
    return isNew;
  }

  private void parameters(Body body, IntToLongFunction source) {
    List<Var> parameters = body.signature().params();
    for (int i = 0; i < parameters.size(); i++) {
      add(new Value.Parameter(body, i, parameters.get(i)), source.applyAsLong(i));
    }
  }

  /** Whether that is new. */
  private boolean add(Value value, long sources) {
    long before = known.getOrDefault(value, 0L);
    if ((before | sources) == before) {
      return false;
    }
    known.put(value, before | sources);
    return true;
  }

  private boolean fill(Body body, Op.Call call) {
    long fed = sources(body, call.receiver());
    for (Value argument : call.arguments()) {
      fed |= sources(body, argument);
    }
    boolean isNew = false;
    for (Value argument : call.arguments()) {
      if (argument instanceof Value.Made || argument instanceof Value.Cell) {
        isNew |= add(argument, fed);
      }
    }
    return isNew;
  }

  private boolean hand(Body body, Op.Call call, Body callee) {
    boolean isNew = false;
    List<Var> parameters = callee.signature().params();
    for (int i = 0; i < Math.min(parameters.size(), call.arguments().size()); i++) {
      isNew |=
          add(new Value.Parameter(callee, i, parameters.get(i)), sources(body, call.argument(i)));
    }
    return isNew;
  }

  /** Whether a value is the sender's choice. */
  public boolean isOfRequest(Body body, Value value) {
    return sources(body, value) != 0;
  }

  /** Which parameters of the entries the sender's choice may come from; 0 where it is none. */
  long sources(Body body, Value value) {
    return sources(body, value, new HashSet<>());
  }

  private long sources(Body body, Value value, Set<Value> seen) {
    long here = known.getOrDefault(value, 0L);
    if (here != 0) {
      return here;
    }
    return switch (value) {
      case Value.Field field ->
          !FEW.contains(field.name().name())
                  && (!isPlain || PARTS.contains(field.name().name()))
                  && !isCode(field.name().name(), field.type())
                  && !Kinds.isBoolean(field.type())
              ? sources(body, field.base(), seen)
              : 0;
      case Value.Element element -> sources(body, element.base(), seen);
      case Value.Received received -> sources(body, received.channel(), seen);
      case Value.Computed computed ->
          isOfFew(computed)
              ? 0
              : sources(body, computed.x(), seen) | sources(body, computed.y(), seen);
      case Value.Phi phi -> seen.add(phi) ? joined(body, phi, seen) : 0;
      case Value.Cell cell -> {
        Set<Value> stored = new LinkedHashSet<>(body.sources(cell));
        yield seen.add(cell) && !(stored.remove(cell) && stored.isEmpty())
            ? sources(body, stored, seen)
            : 0;
      }
      case Value.Made made ->
          // A struct, slice or text that is put together from what comes from the request.
          seen.add(made) ? filled(body, made, seen) : 0;
      case Value.Result(Op.Call call, int index) ->
          seen.add(value) ? result(body, call, index, seen) : 0;
      default -> 0;
    };
  }

  /** Whether it is true or false, a length, or what is left of a number by a constant. */
  private static boolean isOfFew(Value.Computed computed) {
    return switch (computed.operator()) {
      case FUNC, EQL, NEQ, LSS, LEQ, GTR, GEQ, NOT -> true;
      case REM -> computed.y() instanceof Value.Known;
      default -> false;
    };
  }

  /** What meets there, but for what was found to be one of a known set on its way. */
  private long joined(Body body, Value.Phi phi, Set<Value> seen) {
    long all = 0;
    for (int i = 0; i < phi.operands().size(); i++) {
      Value operand = phi.operands().get(i);
      long one = sources(body, operand, seen);
      boolean isChecked = one != 0 && calls.isChecked(body, phi, i);
      all |= isChecked ? 0 : one;
    }
    return all;
  }

  private long sources(Body body, Collection<Value> values, Set<Value> seen) {
    long all = 0;
    for (Value one : values) {
      all |= sources(body, one, seen);
    }
    return all;
  }

  private long filled(Body body, Value.Made made, Set<Value> seen) {
    long found = 0;
    for (Op.Store store : calls.stores(body, made)) {
      if (isPlain || !isUnderFixedKey(made, store)) {
        long stored = sources(body, store.value(), seen);
        found |= stored != 0 && isPlain && isAllowed(body, store, seen) ? 0 : stored;
      }
    }
    return found;
  }

  /** As labels and tags have their names: what matters of such a map are its keys. */
  private static boolean isUnderFixedKey(Value.Made made, Op.Store store) {
    return made.kind() == Value.Kind.MAP
        && store.place() instanceof Value.Element(_, Value.Known _);
  }

  /** Whether a function was asked first whether this one may be taken, as an allow list is. */
  private boolean isAllowed(Body body, Op store, Set<Value> seen) {
    return body.blockOf(store).stream()
        .flatMap(block -> block.predecessors().stream())
        .anyMatch(before ->
            before.exit() instanceof Exit.If
                && body.condition(before) instanceof Value.Result(Op.Call asked, _)
                && asked.arguments().stream()
                    .anyMatch(one -> sources(body, one, new HashSet<>(seen)) != 0));
  }

  private long result(Body body, Op.Call call, int index, Set<Value> seen) {
    String name = call.lastName();
    if (FEW.contains(name)
        || isOfWhatIsThere(name)
        || isTruth(body, call, index)
        || body.resultTypes(call).stream().skip(index).limit(1).anyMatch(type -> isCode(name, type))
        || calls.givesFew(call, index)
        || isPlain && !TAKING.contains(name) && !isOfText(call.name())) {
      return 0;
    }
    return sources(body, call.receiver(), seen) | sources(body, call.arguments(), seen);
  }

  private static boolean isCode(String name, Type type) {
    return CODES.contains(name) && Kinds.isNumeric(type);
  }

  /** Length and NonceSize say how big something is; GetPageSize rather what was asked for. */
  private static boolean isOfWhatIsThere(String name) {
    return name.endsWith("Len") || name.endsWith("Size") && !name.startsWith("Get");
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
