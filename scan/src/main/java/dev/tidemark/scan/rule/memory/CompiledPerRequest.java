package dev.tidemark.scan.rule.memory;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
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
 * A regular expression or template that never changes, compiled again by each request.
 *
 * <pre>
 *   func handle(w, r) {                          var digits = regexp.MustCompile(`\d+`)   // fine
 *     re := regexp.MustCompile(`\d+`) // found
 * </pre>
 */
public final class CompiledPerRequest implements RequestRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "compiled-per-request",
          LeakClass.HYGIENE,
          "each request compiles the same regular expression or template",
          0,
          "compile it once, in a variable of the package");

  private static final Set<String> COMPILING =
      Set.of(
          "regexp.Compile",
          "regexp.MustCompile",
          "regexp.CompilePOSIX",
          "regexp.MustCompilePOSIX",
          "regexp.MatchString",
          "regexp.Match",
          "text/template.Template.Parse",
          "html/template.Template.Parse",
          "text/template.ParseFiles",
          "html/template.ParseFiles",
          "text/template.ParseGlob",
          "html/template.ParseGlob");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    RequestPaths paths = RequestPaths.of(unit);
    unit.forEachCall((body, call) -> {
      if (COMPILING.contains(call.name())
          && call.argument(0) instanceof Value.Known(Constant.Text _)
          && paths.handler(body).isPresent()
          && !isKept(call, body)) {
        String name = call.name().substring(call.name().lastIndexOf('/') + 1);
        out.add(
            INFO,
            body,
            call.node(),
            name + " is given the same text by each request, and compiles it anew",
            List.of(new Step(unit.span(body, call.node()), "compiled by each request")));
      }
    });
  }

  /** Whether what is compiled is kept for the next time. */
  private static boolean isKept(Op.Call call, Body body) {
    Value compiled = new Value.Result(call, 0);
    boolean[] found = new boolean[1];
    body.forEachOp(op ->
        found[0] |=
            op instanceof Op.Store store
                && (store.value().equals(compiled)
                    || body.sources(store.value()).contains(compiled)));
    return found[0];
  }
}
