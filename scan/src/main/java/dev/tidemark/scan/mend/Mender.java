package dev.tidemark.scan.mend;

import dev.tidemark.golang.parse.ParsedFile;
import dev.tidemark.golang.parse.Parser;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Lines;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.scan.Finding;
import dev.tidemark.scan.Span;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Mends findings of one file. */
public final class Mender {
  private static final Map<String, Mending> MENDINGS =
      Map.of(
          "lost-cancel", new CancelCall(),
          "response-body-not-closed", new Deferral("Body.Close", true, true, Set.of()),
          "rows-not-closed", new Deferral("Close", true, true, Set.of()),
          "statement-not-closed", new Deferral("Close", true, true, Set.of()),
          // A second Close is an error, and may close what has the descriptor now.
          "file-not-closed", new Deferral("Close", true, true, Set.of("Close")),
          "ticker-not-stopped", new Deferral("Stop", false, true, Set.of()),
          "span-not-ended", new Deferral("End", false, false, Set.of("Finish")),
          "signal-not-stopped", new SignalStop(),
          "pool-put-without-reset", new PoolReset(),
          "goroutine-blocked-send", new RoomForOne());

  private final ParsedFile parsed;
  private final byte[] bytes;
  private final Text text;
  private final Parents parents;

  private Mender(ParsedFile parsed, byte[] bytes, Text text) {
    this.parsed = parsed;
    this.bytes = bytes;
    this.text = text;
    this.parents = new Parents(parsed.file());
  }

  /**
   * @param file as findings name it
   * @param bytes what it holds
   */
  public static Mender of(String file, byte[] bytes) {
    ParsedFile parsed = Parser.parse(bytes);
    return new Mender(parsed, bytes, new Text(file, bytes, parsed.file().lines()));
  }

  /** Rules of which a machine mends findings, where they are simple enough. */
  public static Set<String> rules() {
    return MENDINGS.keySet();
  }

  public Mend mend(Finding finding) {
    try {
      Change change = change(finding);
      byte[] changed = Edits.of(change.edits()).applied(bytes);
      return Parser.parse(changed).diagnostics().isEmpty()
          ? new Mend.Offered(finding, change.what(), change.edits())
          : new Mend.Left(finding, "the file would have a syntax error");
    } catch (NotMendable why) {
      return new Mend.Left(finding, String.valueOf(why.getMessage()));
    }
  }

  private Change change(Finding finding) throws NotMendable {
    Mending mending = MENDINGS.get(finding.rule().id());
    if (mending == null) {
      throw new NotMendable("by hand: " + finding.fix());
    }
    if (!parsed.diagnostics().isEmpty()) {
      throw new NotMendable("the file has syntax errors");
    }
    if (text.isGenerated()) {
      throw new NotMendable("the file is generated: mend what generates it");
    }
    if (finding.isUncertain()) {
      throw new NotMendable("the finding rests on a type that is not known");
    }
    Node node =
        node(finding.span())
            .orElseThrow(() -> new NotMendable("the file is no longer what was scanned"));
    return mending.of(new Source(node, text, parents));
  }

  private Optional<Node> node(Span span) {
    Lines lines = parsed.file().lines();
    return parents.all().stream()
        .filter(node -> node instanceof Expr.CallExpr || node instanceof Stmt.SendStmt)
        .filter(node ->
            lines.line(node.from()) == span.line()
                && lines.column(node.from()) == span.column()
                && lines.line(node.to()) == span.endLine()
                && lines.column(node.to()) == span.endColumn())
        .findFirst();
  }
}
