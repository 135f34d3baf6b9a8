package dev.tidemark.scan.rule.hardening;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.TestSupport;
import dev.tidemark.scan.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A package that answers with pages, or sets some of the headers that protect them, and not those
 * that every page should have: {@code X-Content-Type-Options}, and {@code X-Frame-Options} or a
 * content security policy.
 */
public final class SecurityHeadersMissing implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "security-headers-missing",
          LeakClass.HYGIENE,
          "headers are set, and those that protect a page are not among them",
          693,
          "set them for all answers in one middleware",
          false);

  private static final Set<String> PROTECTING =
      Set.of(
          "x-content-type-options",
          "x-frame-options",
          "content-security-policy",
          "strict-transport-security",
          "referrer-policy",
          "permissions-policy");

  private record First(Body body, Op.Call call) {}

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    Set<String> set = new LinkedHashSet<>();
    List<First> first = new ArrayList<>();
    TestSupport support = TestSupport.of(unit);
    unit.forEachCall((body, call) -> {
      if (!support.has(body)) {
        header(call)
            .filter(name -> PROTECTING.contains(name) || isOfPage(name, call))
            .ifPresent(name -> {
              set.add(name);
              first.add(new First(body, call));
            });
      }
    });
    List<String> missing = missing(set);
    if (!first.isEmpty() && !missing.isEmpty()) {
      Body body = first.getFirst().body;
      Op.Call call = first.getFirst().call;
      out.add(
          INFO,
          body,
          call.node(),
          "answers have no " + String.join(" and no ", missing),
          List.of(new Step(unit.span(body, call.node()), "headers are set here")));
    }
  }

  private static List<String> missing(Set<String> set) {
    List<String> missing = new ArrayList<>();
    if (!set.contains("x-content-type-options")) {
      missing.add("X-Content-Type-Options");
    }
    if (!set.contains("x-frame-options") && !set.contains("content-security-policy")) {
      missing.add("Content-Security-Policy or X-Frame-Options");
    }
    return missing;
  }

  /** The header of an answer that a call sets. */
  private static Optional<String> header(Op.Call call) {
    boolean isOfAnswer =
        switch (call.name()) {
          case "net/http.Header.Set", "net/http.Header.Add" ->
              call.receiver() instanceof Value.Result(Op.Call headers, _)
                  && headers.lastName().equals("Header");
          case "github.com/gin-gonic/gin.Context.Header",
              "github.com/gofiber/fiber/v2.Ctx.Set",
              "github.com/gofiber/fiber/v3.Ctx.Set" ->
              true;
          default -> false;
        };
    return isOfAnswer ? text(call.argument(0)) : Optional.empty();
  }

  private static boolean isOfPage(String name, Op.Call call) {
    return name.equals("content-type")
        && text(call.argument(1)).filter(type -> type.startsWith("text/html")).isPresent();
  }

  private static Optional<String> text(Value value) {
    return value instanceof Value.Known(Constant.Text text)
        ? Optional.of(text.latin1().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
