package dev.tidemark.scan.rule.overwrite;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.FieldName;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.scan.CallSites;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.FirstTime;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Loops;
import dev.tidemark.scan.RequestRule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.TestSupport;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.request.RequestPaths;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A connection, file, client or cancel function in a field, in whose place a function puts the next
 * one without closing it: reconnecting, rotating, reloading.
 *
 * <pre>
 *   func (l *link) reconnect() error {           func (l *link) reconnect() error {
 *     conn, err := net.Dial("tcp", l.addr)         if l.conn != nil {
 *     …                                              l.conn.Close()          // fine
 *     l.conn = conn            // found            }
 * </pre>
 *
 * <p>Only where nothing in the package closes what the field holds, but an end that it never calls
 * itself, and only of functions that are run more than once: by requests, in a loop, by their name,
 * or because they ask whether there is one already.
 */
public final class OverwrittenWhileOpen implements RequestRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "overwritten-while-open",
          LeakClass.LEAK,
          "a field gets the next connection or file while the last one is open",
          772,
          "close what the field holds before the next one takes its place");

  private static final Pattern AGAIN =
      Pattern.compile(
          "(?i)(re(connect|dial|open|load|set|fresh|new|start|init|subscribe)|rotate).*");

  private static final Pattern ENDING =
      Pattern.compile("[cC]lose|[sS]top|[sS]hutdown|Disconnect|Release|Cancel");

  private static final Set<String> RELEASES =
      Set.of("Close", "CloseNow", "Stop", "Shutdown", "Disconnect", "Drain", "Release");

  /** Who closes what a field holds. */
  private record Releases(Map<FieldName, Set<Body>> bodies) {
    static Releases of(Unit unit) {
      return unit.once(
          Releases.class,
          () -> {
            Releases releases = new Releases(new HashMap<>());
            unit.forEachBody(body -> body.forEachOp(op -> releases.look(body, op)));
            return releases;
          });
    }

    private void look(Body body, Op op) {
      if (op instanceof Op.Call call) {
        if (RELEASES.contains(call.lastName())) {
          note(body, call.receiver());
        }
        if (call.callee() instanceof Callee.Dynamic(Value function)) {
          note(body, function);
        }
        // Whoever gets it may close it.
        call.arguments().forEach(given -> note(body, given));
      }
    }

    private void note(Body body, Value value) {
      for (Value source : body.sources(value)) {
        if (source instanceof Value.Field field) {
          bodies.computeIfAbsent(field.name(), _ -> new HashSet<>()).add(body);
        } else if (source instanceof Value.BoundMethod(_, Value receiver)) {
          note(body, receiver);
        }
      }
    }

    Set<Body> of(FieldName field) {
      return bodies.getOrDefault(field, Set.of());
    }
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    TestSupport support = TestSupport.of(unit);
    unit.forEachBody(body -> {
      if (!support.has(body) && !body.isLiteral()) {
        body.forEachOp(op -> {
          if (op instanceof Op.Store store && store.place() instanceof Value.Field field) {
            opened(body, store.value())
                .filter(_ -> isKept(field) && isDoneAgain(body, store, field, unit))
                .filter(_ -> isNeverClosed(field.name(), unit))
                .ifPresent(call -> found(call, store, field, body, unit, out));
          }
        });
      }
    });
  }

  private static void found(
      Op.Call call, Op.Store store, Value.Field field, Body body, Unit unit, Findings out) {
    out.add(
        INFO,
        isCollected(call.name()) ? LeakClass.BOUNDED : LeakClass.LEAK,
        body,
        store.node(),
        "what %s held is not closed when the next one takes its place"
            .formatted(field.name().name()),
        List.of(
            new Step(unit.span(body, call.node()), "the next one is opened"),
            new Step(unit.span(body, store.node()), "it takes the place of the last one")));
  }

  /** The call that opens what is stored. */
  private static Optional<Op.Call> opened(Body body, Value value) {
    for (Value source : body.sources(value)) {
      if (source instanceof Value.Result(Op.Call call, int index)) {
        boolean isCancel = call.name().equals("context.WithCancel") && index == 1;
        if (isCancel || index == 0 && isOpening(call.name())) {
          return Optional.of(call);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOpening(String name) {
    return isCollected(name)
        || switch (name) {
          case "google.golang.org/grpc.Dial",
              "google.golang.org/grpc.DialContext",
              "google.golang.org/grpc.NewClient",
              "database/sql.Open",
              "github.com/gorilla/websocket.Dialer.Dial",
              "github.com/gorilla/websocket.Dialer.DialContext",
              "github.com/coder/websocket.Dial",
              "nhooyr.io/websocket.Dial",
              "github.com/rabbitmq/amqp091-go.Dial",
              "github.com/streadway/amqp.Dial",
              "github.com/nats-io/nats.go.Connect",
              "github.com/redis/go-redis/v9.NewClient",
              "github.com/jackc/pgx/v5/pgxpool.New",
              "github.com/jackc/pgx/v5.Connect",
              "go.etcd.io/etcd/client/v3.New" ->
              true;
          default -> false;
        };
  }

  /** Whether the garbage collector closes it in the end, as os.File and net's connections are. */
  private static boolean isCollected(String name) {
    return switch (name) {
      case "os.Open",
          "os.Create",
          "os.OpenFile",
          "net.Dial",
          "net.DialTimeout",
          "net.DialTCP",
          "net.DialUDP",
          "net.Dialer.Dial",
          "net.Dialer.DialContext",
          "net.Listen",
          "crypto/tls.Dial" ->
          true;
      default -> false;
    };
  }

  /** Whether the field is of something that was there before. */
  private static boolean isKept(Value.Field field) {
    Value root = field;
    while (root instanceof Value.Field inner) {
      root = inner.base();
    }
    return root instanceof Value.Parameter(_, int index, _) && index < 0
        || root instanceof Value.Global;
  }

  private static boolean isDoneAgain(Body body, Op store, Value.Field field, Unit unit) {
    if (FirstTime.isOnly(body, store)) {
      return false;
    }
    return AGAIN.matcher(body.symbol().name()).matches()
        || RequestPaths.of(unit).handler(body).isPresent()
        || isDoneWhereThereIsOne(body, store, field)
        || CallSites.of(unit).of(body.symbol()).stream()
            .anyMatch(site -> Loops.repeats(site.body(), site.call()));
  }

  /** Whether the function asks whether there is one, and goes on to the store where there is. */
  private static boolean isDoneWhereThereIsOne(Body body, Op store, Value.Field field) {
    Block at = body.blockOf(store).orElse(body.graph().entry());
    for (Block block : body.graph().blocks()) {
      if (block.exit() instanceof Exit.If
          && body.condition(block) instanceof Value.Computed(Token operator, Value x, Value.Nil _)
          && x.equals(field)
          && (operator == Token.EQL || operator == Token.NEQ)
          && leads(block.successors().get(operator == Token.EQL ? 1 : 0), at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean leads(Block from, Block to) {
    return from == to || Loops.leads(from, to);
  }

  /** Whether only an end that the package itself never calls closes what the field holds. */
  private static boolean isNeverClosed(FieldName field, Unit unit) {
    return Releases.of(unit).of(field).stream()
        .allMatch(body ->
            !body.isLiteral()
                && ENDING.matcher(body.symbol().name()).matches()
                && CallSites.of(unit).of(body.symbol()).isEmpty());
  }
}
