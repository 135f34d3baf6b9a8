package dev.tidemark.scan.rule.context;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.List;
import java.util.Map;

/**
 * A request, query or command that nothing can end early: who waits for it waits as long as it
 * takes, and so does everything that waits behind.
 */
public final class RequestWithoutContext implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "call-without-context",
          LeakClass.HYGIENE,
          "a request, query or command can't be ended by a context",
          0,
          "use the function that takes a context");

  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("net/http.NewRequest", "http.NewRequestWithContext"),
          Map.entry("net/http.Get", "http.NewRequestWithContext and a client's Do"),
          Map.entry("net/http.Head", "http.NewRequestWithContext and a client's Do"),
          Map.entry("net/http.Post", "http.NewRequestWithContext and a client's Do"),
          Map.entry("net/http.PostForm", "http.NewRequestWithContext and a client's Do"),
          Map.entry("net/http.Client.Get", "http.NewRequestWithContext and Do"),
          Map.entry("net/http.Client.Head", "http.NewRequestWithContext and Do"),
          Map.entry("net/http.Client.Post", "http.NewRequestWithContext and Do"),
          Map.entry("net/http.Client.PostForm", "http.NewRequestWithContext and Do"),
          Map.entry("net/http/httptest.NewRequest", "httptest.NewRequestWithContext"),
          Map.entry("os/exec.Command", "exec.CommandContext"),
          Map.entry("net.Dial", "(*net.Dialer).DialContext"),
          Map.entry("net.DialTimeout", "(*net.Dialer).DialContext"),
          Map.entry("net.Dialer.Dial", "DialContext"),
          Map.entry("net.Listen", "(*net.ListenConfig).Listen"),
          Map.entry("net.ListenPacket", "(*net.ListenConfig).ListenPacket"),
          Map.entry("net.LookupHost", "(*net.Resolver).LookupHost"),
          Map.entry("net.LookupAddr", "(*net.Resolver).LookupAddr"),
          Map.entry("net.LookupCNAME", "(*net.Resolver).LookupCNAME"),
          Map.entry("net.LookupIP", "(*net.Resolver).LookupIPAddr"),
          Map.entry("net.LookupMX", "(*net.Resolver).LookupMX"),
          Map.entry("net.LookupNS", "(*net.Resolver).LookupNS"),
          Map.entry("net.LookupPort", "(*net.Resolver).LookupPort"),
          Map.entry("net.LookupSRV", "(*net.Resolver).LookupSRV"),
          Map.entry("net.LookupTXT", "(*net.Resolver).LookupTXT"),
          Map.entry("crypto/tls.Dial", "(*tls.Dialer).DialContext"),
          Map.entry("crypto/tls.DialWithDialer", "(*tls.Dialer).DialContext"),
          Map.entry("crypto/tls.Conn.Handshake", "HandshakeContext"),
          Map.entry("database/sql.DB.Begin", "BeginTx"),
          Map.entry("database/sql.DB.Exec", "ExecContext"),
          Map.entry("database/sql.DB.Ping", "PingContext"),
          Map.entry("database/sql.DB.Prepare", "PrepareContext"),
          Map.entry("database/sql.DB.Query", "QueryContext"),
          Map.entry("database/sql.DB.QueryRow", "QueryRowContext"),
          Map.entry("database/sql.Stmt.Exec", "ExecContext"),
          Map.entry("database/sql.Stmt.Query", "QueryContext"),
          Map.entry("database/sql.Stmt.QueryRow", "QueryRowContext"),
          Map.entry("database/sql.Tx.Exec", "ExecContext"),
          Map.entry("database/sql.Tx.Prepare", "PrepareContext"),
          Map.entry("database/sql.Tx.Query", "QueryContext"),
          Map.entry("database/sql.Tx.QueryRow", "QueryRowContext"),
          Map.entry("database/sql.Tx.Stmt", "StmtContext"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachCall((body, call) -> {
      String instead = INSTEAD.get(call.name());
      if (instead != null && !getsContext(call, body)) {
        String name = call.name().substring(call.name().lastIndexOf('/') + 1);
        out.add(
            INFO,
            body,
            call.node(),
            name + " can't be ended early: use " + instead,
            List.of(new Step(unit.span(body, call.node()), "no context is given here")));
      }
    });
  }

  /** Whether a request is given its context afterwards. */
  private static boolean getsContext(Op.Call call, Body body) {
    if (!call.name().endsWith(".NewRequest")) {
      return false;
    }
    Value request = new Value.Result(call, 0);
    boolean[] found = new boolean[1];
    body.forEachBody(one ->
        one.forEachOp(op ->
            found[0] |=
                op instanceof Op.Call other
                    && (other.name().equals("net/http.Request.WithContext")
                        || other.name().equals("net/http.Request.Clone"))
                    && one.sources(other.receiver()).contains(request)));
    return found[0];
  }
}
