package dev.tidemark.scan;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Type;
import dev.tidemark.scan.request.RequestPaths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which functions a process runs once, and ends: those that a command line leads to, and what
 * nobody but these calls. What such a function leaves does not grow.
 *
 * <p>Only of packages that import what reads a command line: of others nobody can say.
 */
public final class RunsOnce {
  private static final List<String> COMMAND_LINES =
      List.of(
          "github.com/spf13/cobra",
          "github.com/urfave/cli",
          "github.com/mitchellh/cli",
          "github.com/hashicorp/cli",
          "github.com/peterbourgon/ff",
          "github.com/alecthomas/kong",
          "github.com/alecthomas/kingpin",
          "gopkg.in/alecthomas/kingpin",
          "github.com/choria-io/fisk",
          "github.com/google/subcommands",
          "github.com/jessevdk/go-flags");

  /** The fields in which these libraries are given what a command does. */
  private static final Set<String> ACTIONS =
      Set.of("Run", "RunE", "Action", "Exec", "PreRun", "PreRunE", "PostRun", "PostRunE", "Before");

  /** What these are given is run, and no more than that. */
  private static final Set<String> RUNNING =
      Set.of(
          "golang.org/x/sync/errgroup.Group.Go",
          "sync.WaitGroup.Go",
          "sync.Once.Do",
          "github.com/oklog/run.Group.Add");

  private record Use(Body caller, Op.Call call) {}

  private final Unit unit;
  private final Map<Body, List<Use>> uses = new IdentityHashMap<>();
  private final Set<Body> entries = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Body> handedOut = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Body> found = Collections.newSetFromMap(new IdentityHashMap<>());

  private RunsOnce(Unit unit) {
    this.unit = unit;
  }

  public static RunsOnce of(Unit unit) {
    return unit.oncePerRoots(
        RunsOnce.class,
        () -> {
          RunsOnce once = new RunsOnce(unit);
          if (unit.files().stream()
              .anyMatch(file ->
                  Imports.any(file, path -> COMMAND_LINES.stream().anyMatch(path::contains)))) {
            once.find();
          }
          return once;
        });
  }

  /** Whether a function is run once. */
  public boolean test(Body body) {
    return found.contains(body);
  }

  /** Whether what stands there in a function is run once. */
  public boolean test(Body body, Node node) {
    if (!found.contains(body)) {
      return false;
    }
    boolean[] repeats = new boolean[1];
    body.forEachOp(op -> repeats[0] |= op.node() == node && Loops.repeats(body, op));
    return !repeats[0];
  }

  private void find() {
    unit.forEachBody(body -> {
      if (isEntry(body)) {
        entries.add(body);
      }
      body.forEachOp(op -> note(body, op));
    });
    RequestPaths paths = RequestPaths.of(unit);
    unit.forEachBody(body -> {
      if (paths.handler(body).isEmpty()
          && (entries.contains(body) || isHidden(body) && !handedOut.contains(body))) {
        found.add(body);
      }
    });
    while (found.removeIf(body -> !isRunOnce(body))) {
      // What a function that goes away calls may go too.
    }
  }

  private boolean isRunOnce(Body body) {
    List<Use> all = uses.getOrDefault(body, List.of());
    return (entries.contains(body) || !all.isEmpty())
        && all.stream()
            .allMatch(
                use -> found.contains(use.caller()) && !Loops.repeats(use.caller(), use.call()));
  }

  /** Whether no other package can call it. */
  private static boolean isHidden(Body body) {
    return body.isLiteral()
        || body.symbol().pkg().name().equals("main")
        || !Character.isUpperCase(body.symbol().name().codePointAt(0));
  }

  private static boolean isEntry(Body body) {
    if (body.isLiteral()) {
      return false;
    }
    String name = body.symbol().name();
    return switch (name) {
      case "init" -> body.signature().receiver().isEmpty();
      case "main" -> body.symbol().pkg().name().equals("main");
      case "Run" -> isCommand(body.signature());
      default -> false;
    };
  }

  /** As {@code func (c *command) Run(arguments []string) int}. */
  private static boolean isCommand(Signature signature) {
    return !signature.receiver().isEmpty()
        && signature.params().size() == 1
        && signature.params().getFirst().type().underlying() instanceof Type.Slice(Type element)
        && Kinds.isString(element)
        && signature.results().size() == 1
        && Kinds.isInteger(signature.results().getFirst().type());
  }

  private void note(Body body, Op op) {
    switch (op) {
      case Op.Call call -> {
        unit.summaries().body(call.callee()).ifPresent(callee -> use(callee, body, call));
        boolean isRunning = RUNNING.contains(call.name());
        for (Value argument : call.arguments()) {
          for (Body given : functions(argument)) {
            if (isRunning) {
              use(given, body, call);
            } else {
              handedOut.add(given);
            }
          }
        }
        if (call.callee() instanceof Callee.Dynamic(Value function)) {
          functions(function).forEach(callee -> use(callee, body, call));
        }
      }
      case Op.Store store -> {
        boolean isAction =
            store.place() instanceof Value.Field field && ACTIONS.contains(field.name().name());
        functions(store.value()).forEach((isAction ? entries : handedOut)::add);
      }
      case Op.Return returned ->
          returned.values().forEach(value -> handedOut.addAll(functions(value)));
      case Op.Send send -> handedOut.addAll(functions(send.value()));
      case Op.Select select ->
          select.choices().forEach(choice -> handedOut.addAll(functions(choice.value())));
      case Op.Receive _, Op.Share _, Op.Load _ -> {}
    }
  }

  private void use(Body callee, Body caller, Op.Call call) {
    uses.computeIfAbsent(callee, _ -> new ArrayList<>()).add(new Use(caller, call));
  }

  private Set<Body> functions(Value value) {
    Set<Body> functions = new HashSet<>();
    switch (value) {
      case Value.Closure(Body body) -> functions.add(body);
      case Value.Function(var symbol) -> unit.summaries().body(symbol).ifPresent(functions::add);
      case Value.BoundMethod(var symbol, _) ->
          unit.summaries().body(symbol).ifPresent(functions::add);
      default -> {}
    }
    return functions;
  }
}
