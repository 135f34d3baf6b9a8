package dev.tidemark.scan.rule.hardening;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Walk;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.List;
import java.util.Locale;

/**
 * X-Forwarded-For and its like, which every client can set, read without a look at who sent them.
 */
public final class ForwardedHeaderTrusted implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "forwarded-header-trusted",
          LeakClass.HYGIENE,
          "a forwarded address or id of the request is taken as it is",
          348,
          "take it only from proxies that you know, and check its form",
          false);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachCall((body, call) -> {
      if (call.name().equals("net/http.Header.Get")
          && isForwarded(call.argument(0))
          && !looksAtPeer(body)) {
        out.add(
            INFO,
            body,
            call.node(),
            "every client can set this header: it is taken without a look at who sent it",
            List.of(new Step(unit.span(body, call.node()), "read here")));
      }
    });
  }

  private static boolean isForwarded(Value name) {
    return name instanceof Value.Known(var constant)
        && switch (constant.toString().replace("\"", "").toLowerCase(Locale.ROOT)) {
          case "x-forwarded-for", "x-real-ip", "x-forwarded-host" -> true;
          default -> false;
        };
  }

  private static boolean looksAtPeer(Body body) {
    boolean[] found = new boolean[1];
    Walk.preorder(
        body.node(),
        node -> {
          found[0] |=
              node instanceof Expr.SelectorExpr selector
                  && selector.selected().name().equals("RemoteAddr");
          return !found[0];
        });
    return found[0];
  }
}
