package dev.tidemark.scan.rule.client;

import dev.tidemark.golang.check.SourcePackage.TypedFile;
import dev.tidemark.golang.check.TypeInfo;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Walk;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.PackageVariables;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.StandardLibrary;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.TestSupport;
import dev.tidemark.scan.Unit;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An HTTP client without a limit of time, in a package that makes requests without one too: who
 * calls it waits as long as the server likes, with its goroutine and all that it holds.
 *
 * <pre>
 *   client := &http.Client{}          // found    client := &http.Client{Timeout: 10 * time.Second}
 *   client.Get(url)                               client.Get(url)                           // fine
 * </pre>
 *
 * <p>Nothing is said where each request has a context, where the package sets the limit later, or
 * where the client has a transport of its own.
 */
public final class ClientWithoutTimeout implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "client-without-timeout",
          LeakClass.HYGIENE,
          "an HTTP client waits for servers without a limit of time",
          400,
          "give it a Timeout, or each request a context that has a deadline");

  private static final Set<String> WITHOUT_CONTEXT =
      Set.of(
          "net/http.NewRequest",
          "net/http.Client.Get",
          "net/http.Client.Head",
          "net/http.Client.Post",
          "net/http.Client.PostForm");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    if (!asksWithoutContext(unit) || isSetLater(unit)) {
      return;
    }
    TestSupport support = TestSupport.of(unit);
    String message = "the client has no Timeout, and requests here have no deadline";
    for (Body body : unit.functions()) {
      if (!support.has(body)) {
        forEachClient(
            body.node(),
            body.info(),
            literal ->
                out.add(
                    INFO,
                    body,
                    literal,
                    message,
                    List.of(new Step(unit.span(body, literal), "no Timeout is given here"))));
      }
    }
    for (TypedFile file : unit.files()) {
      if (!support.has(file.unit().path())) {
        PackageVariables.forEach(
            List.of(file),
            variable ->
                forEachClient(
                    variable.value(),
                    variable.info(),
                    literal -> out.add(INFO, file.unit().path(), literal, message)));
      }
    }
  }

  private static void forEachClient(Node root, TypeInfo info, Consumer<Expr.CompositeLit> visitor) {
    Walk.preorder(
        root,
        node -> {
          if (node instanceof Expr.CompositeLit literal && isWithoutLimit(literal, info)) {
            visitor.accept(literal);
          }
          return true;
        });
  }

  private static boolean isWithoutLimit(Expr.CompositeLit literal, TypeInfo info) {
    return QualifiedName.of(info.type(literal)).equals("net/http.Client")
        && literal.elements().stream()
            .allMatch(element ->
                element instanceof Expr.KeyValueExpr(_, _, Expr.Ident key, _)
                    && !key.name().equals("Timeout")
                    && !key.name().equals("Transport"));
  }

  private static boolean asksWithoutContext(Unit unit) {
    boolean[] found = new boolean[1];
    TestSupport support = TestSupport.of(unit);
    unit.forEachCall((body, call) ->
        found[0] |=
            !support.has(body)
                && (WITHOUT_CONTEXT.contains(call.name())
                    || call.name().equals("net/http.NewRequestWithContext")
                        && StandardLibrary.isWithoutEnd(call.argument(0))));
    return found[0];
  }

  private static boolean isSetLater(Unit unit) {
    boolean[] found = new boolean[1];
    unit.forEachBody(body ->
        body.forEachOp(op ->
            found[0] |=
                op instanceof Op.Store store
                    && store.place() instanceof Value.Field(_, var name, _)
                    && name.pkg().equals("net/http")
                    && name.name().equals("Timeout")
                    && !(store.place() instanceof Value.Field(Value.Made _, _, _))));
    return found[0];
  }
}
