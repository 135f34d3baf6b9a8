package dev.tidemark.scan.rule.hardening;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.List;

/** All headers of a request in a log: authorization and cookies are among them. */
public final class HeadersLogged implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "headers-logged",
          LeakClass.HYGIENE,
          "all headers of a request are logged, secrets too",
          532,
          "log the headers that you need, by their names",
          false);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachCall((body, call) -> {
      if (isLog(call.name())
          && call.node().arguments().stream().anyMatch(given -> isHeader(given, body))) {
        out.add(
            INFO,
            body,
            call.node(),
            "authorization and cookies are logged with all other headers",
            List.of(new Step(unit.span(body, call.node()), "logged here")));
      }
    });
  }

  private static boolean isLog(String name) {
    return name.startsWith("log.")
        || name.startsWith("log/slog.")
        || name.startsWith("go.uber.org/zap.");
  }

  private static boolean isHeader(Expr given, Body body) {
    return QualifiedName.of(body.info().type(given)).equals("net/http.Header");
  }
}
