package dev.tidemark.scan.rule.client;

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
 * A transport that each request makes: idle connections stay in it, each with two goroutines, and
 * no later request uses them.
 *
 * <pre>
 *   func handle(w, r) {                                         func handle(w, r) {
 *     client := &http.Client{Transport: &http.Transport{}}        shared.Do(r)   // fine
 *     client.Do(r)                            // found          }
 *   }
 * </pre>
 *
 * <p>Only one that is seen to go no further than its client, which goes nowhere, is told.
 */
public final class TransportPerRequest implements RequestRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "transport-per-request",
          LeakClass.LEAK,
          "each request makes an HTTP transport, whose idle connections stay",
          772,
          "make the client with its transport once; or set IdleConnTimeout, or call"
              + " CloseIdleConnections");

  private static final Set<String> SENDING = Set.of("Do", "Get", "Head", "Post", "PostForm");

  private static final Set<String> BOUNDING = Set.of("DisableKeepAlives", "IdleConnTimeout");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    RequestPaths paths = RequestPaths.of(unit);
    unit.forEachBody(body -> {
      if (paths.handler(body).isPresent()) {
        body.forEachOp(op -> {
          if (op instanceof Op.Store store
              && store.place() instanceof Value.Field(Value.Made client, var name, _)
              && name.name().equals("Transport")
              && QualifiedName.of(client.type()).equals("net/http.Client")
              && transport(store.value(), body) instanceof Value.Made transport
              && isLost(client, transport, store, body)) {
            found(client, transport, body, unit, out);
          }
        });
      }
    });
  }

  private static void found(
      Value.Made client, Value.Made transport, Body body, Unit unit, Findings out) {
    out.add(
        INFO,
        body,
        transport.site().node(),
        "each request makes a transport, and its idle connections stay",
        List.of(
            new Step(unit.span(body, transport.site().node()), "the transport is made"),
            new Step(
                unit.span(body, client.site().node()), "its client is used by this request only")));
  }

  private static Value transport(Value value, Body body) {
    for (Value source : body.sources(value)) {
      if (source instanceof Value.Made made
          && QualifiedName.of(made.type()).equals("net/http.Transport")) {
        return body.sources(value).size() == 1 ? made : Value.NIL;
      }
    }
    return Value.NIL;
  }

  /** Whether requests are sent with it, and neither it nor the client is kept or told to close. */
  private static boolean isLost(
      Value.Made client, Value.Made transport, Op.Store first, Body body) {
    boolean[] isSent = new boolean[1];
    boolean[] isKept = new boolean[1];
    body.forEachBody(one ->
        one.forEachOp(op -> {
          if (op == first) {
            return;
          }
          switch (op) {
            case Op.Call call -> {
              boolean isOfClient = is(client, call.receiver(), one);
              isSent[0] |= isOfClient && SENDING.contains(call.lastName());
              isKept[0] |=
                  isOfClient && !SENDING.contains(call.lastName())
                      || is(transport, call.receiver(), one)
                      || call.arguments().stream()
                          .anyMatch(given -> is(client, given, one) || is(transport, given, one));
            }
            case Op.Store store ->
                isKept[0] |=
                    is(client, store.value(), one)
                        || is(transport, store.value(), one)
                        || store.place() instanceof Value.Field(Value base, var name, _)
                            && base.equals(transport)
                            && BOUNDING.contains(name.name());
            case Op.Send send ->
                isKept[0] |= is(client, send.value(), one) || is(transport, send.value(), one);
            case Op.Return returned ->
                isKept[0] |=
                    returned.values().stream()
                        .anyMatch(given -> is(client, given, one) || is(transport, given, one));
            case Op.Receive _, Op.Select _, Op.Share _, Op.Load _ -> {}
          }
        }));
    return isSent[0] && !isKept[0];
  }

  private static boolean is(Value.Made made, Value value, Body body) {
    return value.equals(made) || body.sources(value).contains(made);
  }
}
