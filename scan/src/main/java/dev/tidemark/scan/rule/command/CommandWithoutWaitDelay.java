package dev.tidemark.scan.rule.command;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RequestRule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.request.RequestPaths;
import java.util.List;
import java.util.Set;

/**
 * A command whose output is copied and that a context ends: the process is killed, but Wait goes on
 * until all processes that it started have closed the pipe (os/exec, "Cmd.WaitDelay").
 *
 * <pre>
 *   cmd := exec.CommandContext(ctx, "sh", "-c", s)      cmd := exec.CommandContext(…)
 *   out, err := cmd.Output()                // found    cmd.WaitDelay = time.Second     // fine
 * </pre>
 *
 * <p>Told of shells, and of what requests start.
 */
public final class CommandWithoutWaitDelay implements RequestRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "command-without-wait-delay",
          LeakClass.BOUNDED,
          "a command that was killed is waited for as long as its children hold its output",
          772,
          "set `cmd.WaitDelay` before it is started");

  private static final Set<String> COPYING = Set.of("Output", "CombinedOutput");

  private static final Set<String> STREAMS = Set.of("Stdout", "Stderr");

  private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "dash", "ash");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    RequestPaths paths = RequestPaths.of(unit);
    unit.forEachCall((body, call) -> {
      if (call.name().equals("os/exec.CommandContext")
          && (isShell(call.argument(1)) || paths.handler(body).isPresent())
          && isCopied(new Value.Result(call, 0), body)) {
        out.add(
            INFO,
            body,
            call.node(),
            "killing the command does not end the waiting while its children hold its output",
            List.of(new Step(unit.span(body, call.node()), "it has no WaitDelay")));
      }
    });
  }

  private static boolean isShell(Value program) {
    if (!(program instanceof Value.Known(var constant))) {
      return false;
    }
    String path = constant.toString().replace("\"", "");
    return SHELLS.contains(path.substring(path.lastIndexOf('/') + 1));
  }

  /** Whether its output is copied, it has no delay, and it goes nowhere else. */
  private static boolean isCopied(Value command, Body body) {
    boolean[] isCopied = new boolean[1];
    boolean[] isOther = new boolean[1];
    body.forEachBody(one ->
        one.forEachOp(op -> {
          switch (op) {
            case Op.Call call -> {
              isCopied[0] |= COPYING.contains(call.lastName()) && is(call.receiver(), command, one);
              isOther[0] |= call.arguments().stream().anyMatch(given -> is(given, command, one));
            }
            case Op.Store store -> {
              isOther[0] |= is(store.value(), command, one);
              if (store.place() instanceof Value.Field(Value base, var name, _)
                  && is(base, command, one)) {
                isCopied[0] |= STREAMS.contains(name.name()) && isBuffer(store.value(), one);
                isOther[0] |= name.name().equals("WaitDelay");
              }
            }
            case Op.Return returned ->
                isOther[0] |= returned.values().stream().anyMatch(given -> is(given, command, one));
            case Op.Send send -> isOther[0] |= is(send.value(), command, one);
            case Op.Receive _, Op.Select _, Op.Share _, Op.Load _ -> {}
          }
        }));
    return isCopied[0] && !isOther[0];
  }

  private static boolean isBuffer(Value value, Body body) {
    return body.sources(value).stream()
        .anyMatch(source -> source instanceof Value.Made made && isBuffer(made));
  }

  private static boolean isBuffer(Value.Made made) {
    String type = QualifiedName.of(made.type());
    return type.equals("bytes.Buffer") || type.equals("strings.Builder");
  }

  private static boolean is(Value value, Value command, Body body) {
    return value.equals(command) || body.sources(value).contains(command);
  }
}
