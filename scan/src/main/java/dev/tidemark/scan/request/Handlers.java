package dev.tidemark.scan.request;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Interface;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.TestSupport;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.Wrappers;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The functions of a package that servers call for each request. */
public final class Handlers {
  /** Methods of routers that are given a path and what to run for it. */
  private static final Set<String> ROUTING =
      Set.of(
          "Get",
          "Head",
          "Post",
          "Put",
          "Patch",
          "Delete",
          "Options",
          "Any",
          "All",
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "PATCH",
          "DELETE",
          "OPTIONS",
          "Handle",
          "HandleFunc",
          "HandlerFunc");

  /** How deep a context may embed what holds the request. */
  private static final int EMBEDDING = 3;

  private final Set<Body> all = new LinkedHashSet<>();

  /** Whether the package gives methods to net/rpc. */
  private final boolean hasRemoteMethods;

  private final Map<Struct, Boolean> exchanges = new IdentityHashMap<>();

  private Handlers(Unit unit) {
    TestSupport support = TestSupport.of(unit);
    Set<Body> registered = new HashSet<>();
    boolean[] isRemote = new boolean[1];
    unit.forEachCall((body, call) -> {
      routed(call)
          .forEach(
              value -> LocalCalls.function(value, unit.summaries()).ifPresent(registered::add));
      if (call.mode() == Op.Mode.GO && isOfConnection(call, body)) {
        unit.summaries().body(call.callee()).ifPresent(registered::add);
      }
      isRemote[0] |= call.name().startsWith("net/rpc.") && call.lastName().startsWith("Register");
    });
    this.hasRemoteMethods = isRemote[0];
    unit.forEachBody(body -> {
      if (!support.has(body) && (registered.contains(body) || isHandler(body, unit.wrappers()))) {
        all.add(body);
      }
    });
  }

  public static Handlers of(Unit unit) {
    return unit.once(Handlers.class, () -> new Handlers(unit));
  }

  public Set<Body> all() {
    return Collections.unmodifiableSet(all);
  }

  /** Whether routers have a method of that name that takes a path and what to run for it. */
  public static boolean isRouting(String method) {
    return ROUTING.contains(method);
  }

  /** The functions that a call gives to a router, which is to run them for a path. */
  static List<Value> routed(Op.Call call) {
    return ROUTING.contains(call.lastName())
            && call.argument(0) instanceof Value.Known(Constant.Text path)
            && isRoute(path.latin1())
        ? call.arguments().subList(1, call.arguments().size())
        : List.of();
  }

  private static boolean isRoute(String path) {
    return path.isEmpty() || path.startsWith("/") || path.contains(" /");
  }

  /** By its parameters or the user's word. */
  private boolean isHandler(Body body, Wrappers wrappers) {
    if (wrappers.entries().contains(body.name())) {
      return true;
    }
    boolean hasWriter = false;
    boolean hasRequest = false;
    for (Var parameter : body.signature().params()) {
      switch (QualifiedName.of(parameter.type())) {
        case "net/http.ResponseWriter" -> hasWriter = true;
        case "net/http.Request" -> hasRequest = true;
        case "github.com/gin-gonic/gin.Context",
            "github.com/labstack/echo/v4.Context",
            "github.com/labstack/echo.Context",
            "github.com/gofiber/fiber/v2.Ctx",
            "github.com/gofiber/fiber/v3.Ctx",
            "github.com/valyala/fasthttp.RequestCtx",
            "github.com/gorilla/websocket.Conn",
            "github.com/coder/websocket.Conn",
            "nhooyr.io/websocket.Conn",
            "github.com/hibiken/asynq.Task",
            "github.com/nats-io/nats.go.Msg",
            "github.com/nats-io/nats.go/jetstream.Msg",
            "github.com/eclipse/paho.mqtt.golang.Message",
            "github.com/rabbitmq/amqp091-go.Delivery",
            "github.com/streadway/amqp.Delivery",
            "github.com/IBM/sarama.ConsumerMessage",
            "github.com/Shopify/sarama.ConsumerMessage",
            "github.com/segmentio/kafka-go.Message",
            "github.com/twmb/franz-go/pkg/kgo.Record",
            "github.com/nsqio/go-nsq.Message",
            "cloud.google.com/go/pubsub.Message",
            "cloud.google.com/go/pubsub/v2.Message" -> {
          return true;
        }
        default -> {
          if (isExchange(parameter.type())) {
            return true;
          }
        }
      }
    }
    return hasWriter && hasRequest || isRpc(body);
  }

  /** A pointer to a struct with a request and what to answer it by, as frameworks have theirs. */
  private boolean isExchange(Type type) {
    return type.unalias() instanceof Type.Pointer(Type context)
        && context.underlying() instanceof Struct struct
        && exchanges.computeIfAbsent(
            struct,
            one ->
                has(one, field -> QualifiedName.of(field).equals("net/http.Request"), 0)
                    && has(one, Handlers::isWriter, 0));
  }

  private static boolean has(Struct struct, Predicate<Type> isWanted, int depth) {
    for (Var field : struct.fields()) {
      Type type = field.type();
      if (isWanted.test(type)) {
        return true;
      }
      Type held = type.unalias() instanceof Type.Pointer(Type element) ? element : type;
      if (field.isEmbedded()
          && depth < EMBEDDING
          && held.underlying() instanceof Struct inner
          && has(inner, isWanted, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWriter(Type type) {
    return type.underlying() instanceof Interface face
        && face.typeSet().methods().stream().anyMatch(one -> one.name().equals("WriteHeader"));
  }

  /** As gRPC's generated code, Connect's or net/rpc wants its methods. */
  private boolean isRpc(Body body) {
    List<Var> parameters = body.signature().params();
    List<Var> results = body.signature().results();
    if (body.signature().receiver().isEmpty()
        || results.isEmpty()
        || !Kinds.isError(results.getLast().type())) {
      return false;
    }
    if (results.size() == 2) {
      return parameters.size() == 2
          && QualifiedName.of(parameters.getFirst().type()).equals("context.Context")
          && isMessage(parameters.get(1).type(), "Request", "Req", "Input")
          && isMessage(results.getFirst().type(), "Response", "Reply", "Resp", "Output", "Empty");
    }
    return results.size() == 1
        && !parameters.isEmpty()
        && parameters.size() <= 2
        && (isStream(parameters.getLast().type()) || isRemote(body, parameters));
  }

  /** What a server of gRPC sends its messages by. */
  private static boolean isStream(Type type) {
    return type.underlying() instanceof Interface face
        && face.typeSet().methods().stream()
                .filter(one -> one.name().equals("SendMsg") || one.name().equals("SetTrailer"))
                .count()
            == 2;
  }

  /** A method as net/rpc finds it: arguments, a pointer to the answer, an error. */
  private boolean isRemote(Body body, List<Var> parameters) {
    return hasRemoteMethods
        && parameters.size() == 2
        && parameters.getLast().type().unalias() instanceof Type.Pointer
        && Character.isUpperCase(body.symbol().name().codePointAt(0));
  }

  /** Whether a goroutine is started for a connection that was accepted. */
  private static boolean isOfConnection(Op.Call start, Body body) {
    if (start.callee() instanceof Callee.Literal(Body literal)) {
      boolean[] found = new boolean[1];
      literal.forEachOp(op ->
          found[0] |=
              op instanceof Op.Call call
                  && (isAccepted(call.receiver(), literal)
                      || call.arguments().stream().anyMatch(one -> isAccepted(one, literal))));
      if (found[0]) {
        return true;
      }
    }
    return start.arguments().stream().anyMatch(one -> isAccepted(one, body));
  }

  private static boolean isAccepted(Value value, Body body) {
    return body.sources(value).stream()
        .anyMatch(source ->
            source instanceof Value.Result(Op.Call call, int index)
                && index == 0
                && (call.name().equals("net.Listener.Accept")
                    || call.name().equals("net.TCPListener.AcceptTCP")
                    || call.name().equals("net.UnixListener.AcceptUnix")
                    || call.name().equals("net.TCPListener.Accept")));
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
}
