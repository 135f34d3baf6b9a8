package dev.tidemark.scan.rule.memory;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A middleware that reads the body of a request and hands the request on: who comes next finds it
 * empty.
 *
 * <pre>
 *   data, _ := io.ReadAll(r.Body)                data, _ := io.ReadAll(r.Body)
 *   log(data)                                    r.Body = io.NopCloser(bytes.NewReader(data))
 *   next.ServeHTTP(w, r)        // found         next.ServeHTTP(w, r)          // fine
 * </pre>
 */
public final class BodyNotRestored implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "body-not-restored",
          LeakClass.HYGIENE,
          "a middleware reads the request's body and hands the request on without it",
          0,
          "`r.Body = io.NopCloser(bytes.NewReader(data))` before the next handler");

  private static final Set<String> READING =
      Set.of("io.ReadAll", "io/ioutil.ReadAll", "encoding/json.NewDecoder", "io.Copy");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachCall((body, read) -> {
      int index = read.name().equals("io.Copy") ? 1 : 0;
      if (READING.contains(read.name()) && RequestBody.isGiven(read, body, index)) {
        check(read, body, unit, out);
      }
    });
  }

  private static void check(Op.Call read, Body body, Unit unit, Findings out) {
    List<Op.Call> nexts = new ArrayList<>();
    boolean[] isRestored = new boolean[1];
    body.forEachOp(op -> {
      switch (op) {
        case Op.Call call -> {
          if (isNext(call, body) && follows(read, call, body)) {
            nexts.add(call);
          }
        }
        case Op.Store store ->
            isRestored[0] |=
                store.place() instanceof Value.Field field && field.name().name().equals("Body");
        case Op.Send _, Op.Receive _, Op.Select _, Op.Share _, Op.Load _, Op.Return _ -> {}
      }
    });
    if (!isRestored[0] && !nexts.isEmpty()) {
      Op.Call next = nexts.getFirst();
      out.add(
          INFO,
          body,
          next.node(),
          "the next handler gets the request with its body read already",
          List.of(
              new Step(unit.span(body, read.node()), "the body is read"),
              new Step(unit.span(body, next.node()), "the request is handed on")));
    }
  }

  private static boolean isNext(Op.Call call, Body body) {
    if (call.name().equals("github.com/gin-gonic/gin.Context.Next")) {
      return true;
    }
    List<Expr> arguments = call.node().arguments();
    return call.lastName().equals("ServeHTTP")
        && arguments.size() == 2
        && QualifiedName.of(body.info().type(arguments.get(1))).equals("net/http.Request");
  }

  private static boolean follows(Op.Call first, Op.Call then, Body body) {
    Block from = body.blockOf(first).orElse(body.graph().entry());
    Block to = body.blockOf(then).orElse(body.graph().entry());
    if (from == to) {
      return body.ops(from).indexOf(first) < body.ops(to).indexOf(then);
    }
    Set<Block> seen = new HashSet<>();
    Deque<Block> waiting = new ArrayDeque<>(from.successors());
    while (!waiting.isEmpty()) {
      Block block = waiting.remove();
      if (block == to) {
        return true;
      }
      if (seen.add(block)) {
        waiting.addAll(block.successors());
      }
    }
    return false;
  }
}
