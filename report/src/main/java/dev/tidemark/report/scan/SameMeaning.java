package dev.tidemark.report.scan;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the rules of other tools are called here, as far as they look for the same. */
final class SameMeaning {
  private static final Map<String, Set<String>> RULES =
      Map.ofEntries(
          Map.entry("bodyclose", Set.of("response-body-not-closed")),
          Map.entry("sqlclosecheck", Set.of("rows-not-closed", "statement-not-closed")),
          Map.entry("rowserrcheck", Set.of("rows-error-ignored")),
          Map.entry("noctx", Set.of("call-without-context")),
          Map.entry("contextcheck", Set.of("context-not-passed")),
          Map.entry("containedctx", Set.of("context-in-struct")),
          Map.entry("fatcontext", Set.of("context-nested-in-loop")),
          Map.entry("spancheck", Set.of("span-not-ended")),
          Map.entry("lostcancel", Set.of("lost-cancel")),
          Map.entry("sa1015", Set.of("timer-in-loop", "ticker-not-stopped")),
          Map.entry("sa2000", Set.of("waitgroup-never-zero")),
          Map.entry("sa5003", Set.of("defer-in-loop")),
          Map.entry("sa6002", Set.of("pool-put-not-pointer")),
          Map.entry("sa9001", Set.of("defer-in-loop")),
          Map.entry("deferinloop", Set.of("defer-in-loop")),
          Map.entry("g112", Set.of("server-without-timeouts")),
          Map.entry("g108", Set.of("profiles-public")),
          Map.entry("loopclosure", Set.of("loop-variable-captured")),
          Map.entry("g114", Set.of("server-without-timeouts")),
          Map.entry("g118", Set.of("context-not-passed", "lost-cancel")),
          Map.entry("go/uncontrolled-allocation-size", Set.of("size-from-request")),
          Map.entry("go/unvalidated-url-redirection", Set.of("redirect-from-request")),
          Map.entry("go/bad-redirect-check", Set.of("redirect-from-request")));

  private SameMeaning() {}

  /** Empty for what nothing here looks for. */
  static Set<String> rules(OtherFinding other) {
    String rule = other.rule().toLowerCase(Locale.ROOT);
    Set<String> known = RULES.get(rule);
    if (known != null) {
      return known;
    }
    // Tools that run others name those first in the message: "lostcancel: the cancel function …".
    String message = other.message().toLowerCase(Locale.ROOT);
    int end = message.indexOf(':');
    return end > 0 ? RULES.getOrDefault(message.substring(0, end).strip(), Set.of()) : Set.of();
  }
}
