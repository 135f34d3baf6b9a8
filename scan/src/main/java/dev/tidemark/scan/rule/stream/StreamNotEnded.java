package dev.tidemark.scan.rule.stream;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Type;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Loops;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.StandardLibrary;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.List;
import java.util.Optional;

/**
 * A stream of a gRPC client under a context that never ends, and that is not read to its end: its
 * goroutine waits as long as the connection lives (google.golang.org/grpc, "ClientConn.NewStream").
 *
 * <pre>
 *   s, err := c.List(context.Background(), q)    ctx, cancel := context.WithCancel(ctx)
 *   …                                            defer cancel()
 *   first, err := s.Recv()       // found        s, err := c.List(ctx, q)       // fine
 * </pre>
 */
public final class StreamNotEnded implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "stream-not-ended",
          LeakClass.LEAK,
          "a gRPC stream without a context that ends is not read to its end",
          772,
          "give it a context that is cancelled, or call Recv until it returns an error");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachCall((body, call) -> {
      if (call.mode() == Op.Mode.NOW
          && StandardLibrary.isWithoutEnd(call.argument(0))
          && opensStream(call)
          && !isHandled(call, body)) {
        out.add(
            INFO,
            body,
            call.node(),
            "the stream is neither read to its end nor cancelled, and its goroutine stays",
            List.of(
                new Step(unit.span(body, call.node()), "opened under a context that never ends")));
      }
    });
  }

  /** A method as generated clients have it: a context first, call options last, a stream out. */
  private static boolean opensStream(Op.Call call) {
    Optional<Signature> signature =
        switch (call.callee()) {
          case Callee.Static(Func symbol) -> Optional.of(symbol.signature());
          case Callee.Interface(Func symbol) -> Optional.of(symbol.signature());
          case Callee.Literal _, Callee.Language _, Callee.Dynamic _ -> Optional.empty();
        };
    return signature
        .filter(one ->
            one.isVariadic()
                && one.results().size() == 2
                && QualifiedName.of(one.results().getFirst().type()).endsWith("Client")
                && one.params().getLast().type() instanceof Type.Slice(Type option)
                && QualifiedName.of(option).equals("google.golang.org/grpc.CallOption"))
        .isPresent();
  }

  /** Whether it is read in a loop, ended by its only answer, or used or kept elsewhere. */
  private static boolean isHandled(Op.Call open, Body body) {
    Value stream = new Value.Result(open, 0);
    boolean[] found = new boolean[1];
    body.forEachBody(one ->
        one.forEachOp(op ->
            found[0] |=
                switch (op) {
                  case Op.Call call ->
                      one != body && is(call.receiver(), stream, one)
                          || is(call.receiver(), stream, one)
                              && (call.lastName().equals("CloseAndRecv")
                                  || call.mode() != Op.Mode.NOW && !isHalfClosed(call)
                                  || call.lastName().contains("Recv") && Loops.repeats(one, call))
                          || call.arguments().stream().anyMatch(given -> is(given, stream, one));
                  case Op.Store store -> is(store.value(), stream, one);
                  case Op.Send send -> is(send.value(), stream, one);
                  case Op.Return returned ->
                      returned.values().stream().anyMatch(given -> is(given, stream, one));
                  case Op.Receive _, Op.Select _, Op.Share _, Op.Load _ -> false;
                }));
    return found[0];
  }

  /** Closing what is sent leaves what is received. */
  private static boolean isHalfClosed(Op.Call call) {
    return call.lastName().equals("CloseSend");
  }

  private static boolean is(Value value, Value stream, Body body) {
    return value.equals(stream) || body.sources(value).contains(stream);
  }
}
