package dev.tidemark.scan.growth;

import dev.tidemark.golang.effect.PackageSummaries;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.Wrappers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which functions of a package are run again with each request, and from which handler. */
public final class RequestPaths {
  /** What these are given is run once, whoever asks. */
  private static final Set<String> ONCE =
      Set.of("sync.Once.Do", "sync.OnceFunc", "sync.OnceValue", "sync.OnceValues");

  private final PackageSummaries summaries;

  private final Wrappers wrappers;
  private final int depth;

  /** Each function with the handler that leads to it. */
  private final Map<Body, Body> handlers = new IdentityHashMap<>();

  private final Map<Body, Integer> depths = new IdentityHashMap<>();

  private final Deque<Body> waiting = new ArrayDeque<>();

  /** Functions that are handed to another, by the parameter that they come in. */
  private final Map<Value, List<Body>> handed = new LinkedHashMap<>();

  private RequestPaths(Unit unit) {
    this.summaries = unit.summaries();
    this.wrappers = unit.wrappers();
    this.depth = unit.limits().handlerDepth();
  }

  public static RequestPaths of(Unit unit) {
    return unit.once(RequestPaths.class, () -> find(unit));
  }

  private static RequestPaths find(Unit unit) {
    RequestPaths paths = new RequestPaths(unit);
    unit.forEachBody(body -> body.forEachOp(paths::handOver));
    unit.forEachBody(body -> {
      if (paths.isHandler(body)) {
        paths.reach(body, body, 0);
      }
    });
    while (!paths.waiting.isEmpty()) {
      paths.follow(paths.waiting.remove());
    }
    return paths;
  }

  /** The handler by which a function is reached. */
  public Optional<Body> handler(Body body) {
    return Optional.ofNullable(handlers.get(body));
  }

  /** A function that a server calls for each request, by its parameters or the user's word. */
  boolean isHandler(Body body) {
    if (wrappers.entries().contains(body.name())) {
      return true;
    }
    List<Var> parameters = body.signature().params();
    boolean hasWriter = false;
    boolean hasRequest = false;
    for (Var parameter : parameters) {
      switch (QualifiedName.of(parameter.type())) {
        case "net/http.ResponseWriter" -> hasWriter = true;
        case "net/http.Request" -> hasRequest = true;
        case "github.com/gin-gonic/gin.Context",
            "github.com/labstack/echo/v4.Context",
            "github.com/labstack/echo.Context",
            "github.com/gofiber/fiber/v2.Ctx",
            "github.com/gofiber/fiber/v3.Ctx",
            "github.com/valyala/fasthttp.RequestCtx",
            "github.com/gorilla/websocket.Conn" -> {
          return true;
        }
        default -> {}
      }
    }
    return hasWriter && hasRequest || isRpc(body);
  }

  /** A method as gRPC's generated code wants it: context and message in, message and error out. */
  private static boolean isRpc(Body body) {
    List<Var> parameters = body.signature().params();
    List<Var> results = body.signature().results();
    return !body.signature().receiver().isEmpty()
        && parameters.size() == 2
        && results.size() == 2
        && QualifiedName.of(parameters.getFirst().type()).equals("context.Context")
        && isMessage(parameters.get(1).type(), "Request", "Req", "Input")
        && isMessage(results.getFirst().type(), "Response", "Reply", "Resp", "Output", "Empty")
        && QualifiedName.of(results.get(1).type()).equals("error");
  }

  private static boolean isMessage(Type type, String... endings) {
    if (!(type.unalias() instanceof Type.Pointer)) {
      return false;
    }
    String name = QualifiedName.of(type);
    for (String ending : endings) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private void handOver(Op op) {
    if (op instanceof Op.Call call) {
      Optional<Body> callee = summaries.body(call.callee());
      for (int i = 0; i < call.arguments().size() && callee.isPresent(); i++) {
        Optional<Body> given = function(call.argument(i));
        int index = i;
        given.ifPresent(body ->
            handed
                .computeIfAbsent(parameter(callee.get(), index), _ -> new ArrayList<>())
                .add(body));
      }
    }
  }

  private static Value parameter(Body body, int index) {
    List<Var> parameters = body.signature().params();
    return index < parameters.size()
        ? new Value.Parameter(body, index, parameters.get(index))
        : Value.NIL;
  }

  private Optional<Body> function(Value value) {
    return switch (value) {
      case Value.Closure(Body body) -> Optional.of(body);
      case Value.Function(var symbol) -> summaries.body(symbol);
      case Value.BoundMethod(var symbol, _) -> summaries.body(symbol);
      default -> Optional.empty();
    };
  }

  private void reach(Body body, Body handler, int calls) {
    if (calls <= depth && handlers.putIfAbsent(body, handler) == null) {
      depths.put(body, calls);
      waiting.add(body);
    }
  }

  /** The functions that a parameter may be, as far as the package hands any over. */
  List<Body> handed(Value parameter) {
    return handed.getOrDefault(parameter, List.of());
  }

  private void follow(Body body) {
    Body handler = handlers.getOrDefault(body, body);
    int next = depths.getOrDefault(body, 0) + 1;
    body.forEachOp(op -> {
      if (op instanceof Op.Call call) {
        summaries.body(call.callee()).ifPresent(callee -> reach(callee, handler, next));
        if (call.callee() instanceof Callee.Dynamic(Value function)) {
          handed(function).forEach(one -> reach(one, handler, next));
        }
        if (!ONCE.contains(call.name())) {
          call.arguments()
              .forEach(
                  argument -> function(argument).ifPresent(callee -> reach(callee, handler, next)));
        }
      }
    });
  }
}
