package dev.tidemark.scan.rule.hardening;

import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.List;

/** A redirect whose target is a parameter or header of the request, as it is. */
public final class RedirectFromRequest implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "redirect-from-request",
          LeakClass.HYGIENE,
          "the sender of a request chooses where it is redirected to",
          601,
          "redirect to a path of your own, or to hosts of a list",
          false);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachCall((body, call) -> {
      if (isRedirect(call.name()) && isTaken(target(call))) {
        out.add(
            INFO,
            body,
            call.node(),
            "the sender of the request chooses the target of the redirect",
            List.of(new Step(unit.span(body, call.node()), "redirected here")));
      }
    });
  }

  private static boolean isRedirect(String name) {
    return name.equals("net/http.Redirect")
        || name.equals("github.com/gin-gonic/gin.Context.Redirect");
  }

  private static Value target(Op.Call call) {
    return call.argument(call.name().equals("net/http.Redirect") ? 2 : 1);
  }

  private static boolean isTaken(Value target) {
    return target instanceof Value.Result(Op.Call taken, _)
        && switch (taken.name()) {
          case "net/http.Request.FormValue",
              "net/http.Request.Referer",
              "net/http.Request.PostFormValue",
              "net/url.Values.Get",
              "net/http.Header.Get",
              "github.com/gin-gonic/gin.Context.Query",
              "github.com/gin-gonic/gin.Context.Param",
              "github.com/gin-gonic/gin.Context.PostForm" ->
              true;
          default -> false;
        };
  }
}
