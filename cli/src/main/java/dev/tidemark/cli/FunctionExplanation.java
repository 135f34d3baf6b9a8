package dev.tidemark.cli;

import dev.tidemark.golang.calls.CallFacts;
import dev.tidemark.golang.calls.CallGraph;
import dev.tidemark.golang.calls.CallReader;
import dev.tidemark.golang.effect.AnalyzedPackage;
import dev.tidemark.golang.effect.Explanation;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.types.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/** What rules know of a function: {@code tidemark scan --explain}. */
final class FunctionExplanation {
  private final String function;
  private final SourceScan source;
  private final Map<String, List<String>> summaries = new ConcurrentSkipListMap<>();
  private final Queue<CallFacts> facts = new ConcurrentLinkedQueue<>();

  /**
   * @param function its name, or the end of it
   */
  FunctionExplanation(String function, SourceScan source) {
    this.function = function;
    this.source = source;
  }

  ExitCode print(Console console) throws CommandException {
    source.run(List.of(), _ -> true, false, this::look, console);
    if (summaries.isEmpty()) {
      throw new CommandException(
          "no function " + function + " here",
          "give its name, or more of it: Type.Method, or pkg/path.Type.Method");
    }
    CallGraph calls = new CallGraph(List.copyOf(facts));
    summaries.forEach((name, lines) -> {
      lines.forEach(console.out()::println);
      callees(calls.from(name)).forEach(console.out()::println);
      callers(calls.to(name)).forEach(console.out()::println);
    });
    return ExitCode.OK;
  }

  /** Called on any thread. */
  private void look(AnalyzedPackage analyzed) {
    facts.add(CallReader.of(analyzed, place -> position(analyzed, place)));
    for (Body declared : analyzed.bodies()) {
      declared.forEachBody(body -> {
        String name = body.name();
        if (name.equals(function)
            || name.endsWith("." + function)
            || name.endsWith("/" + function)) {
          summaries.put(
              name,
              Explanation.of(
                  body, analyzed.summaries().of(body), place -> position(analyzed, place)));
        }
      });
    }
  }

  private String position(AnalyzedPackage analyzed, Place place) {
    String file = place.file();
    int line =
        analyzed.files().stream()
            .filter(one -> one.unit().path().equals(file))
            .findFirst()
            .map(one -> one.unit().tree().lines().line(place.offset()))
            .orElse(0);
    String folder = source.module().folder() + "/";
    String shown = file.startsWith(folder) ? file.substring(folder.length()) : file;
    return line == 0 ? shown : shown + ":" + line;
  }

  private static List<String> callees(List<CallGraph.Call> calls) {
    List<String> lines = new ArrayList<>();
    for (CallGraph.Call call : calls) {
      String name = call.site().name();
      String callees = String.join(", ", call.callees());
      String said =
          switch (call.how()) {
            case STATIC -> callees;
            case BY_INTERFACE ->
                name + ", by interface: " + (callees.isEmpty() ? "none of this module" : callees);
            case BY_VALUE ->
                (name.isEmpty() ? "a function value" : name + ", a function value")
                    + ": "
                    + (callees.isEmpty() ? "not known which" : callees);
          };
      lines.add("    " + said + mode(call) + "  " + call.site().position());
    }
    return titled("  calls", lines);
  }

  private static List<String> callers(List<CallGraph.Call> calls) {
    List<String> lines = new ArrayList<>();
    for (CallGraph.Call call : calls) {
      String how =
          switch (call.how()) {
            case STATIC -> "";
            case BY_INTERFACE -> ", by interface";
            case BY_VALUE -> ", as a function value";
          };
      lines.add("    " + call.site().caller() + how + mode(call) + "  " + call.site().position());
    }
    return titled("  called by", lines);
  }

  private static List<String> titled(String title, List<String> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    List<String> all = new ArrayList<>();
    all.add(title);
    all.addAll(lines.stream().distinct().toList());
    return all;
  }

  private static String mode(CallGraph.Call call) {
    return switch (call.site().mode()) {
      case NOW -> "";
      case GO -> ", in a goroutine";
      case DEFER -> ", deferred";
    };
  }
}
