package dev.tidemark.scan.request;

import dev.tidemark.golang.hierarchy.ClassHierarchy;
import dev.tidemark.golang.hierarchy.TypeMethods;
import dev.tidemark.scan.ConditionalFinding;
import dev.tidemark.scan.Finding;
import dev.tidemark.scan.Span;
import dev.tidemark.scan.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which functions of a module requests reach, over all of its packages, and with what. */
public final class ModuleRequests {
  /** What so many types implement is rather a place for plug-ins: which one runs nobody knows. */
  private static final int IMPLEMENTATIONS = 6;

  /** What even more implement may be anything, and says nothing of what requests make. */
  private static final int MOST_IMPLEMENTATIONS = 40;

  private final List<PackageCalls> packages;
  private final ClassHierarchy hierarchy;
  private final int depth;
  private final Map<String, List<OutwardCall>> calls = new HashMap<>();
  private final Map<String, Reached> reached = new HashMap<>();

  /** Functions that the module itself calls somewhere. */
  private final Set<String> called = new HashSet<>();

  /** What a request may reach over any number of calls. */
  private final Set<String> possible = new HashSet<>();

  private final Deque<String> waiting = new ArrayDeque<>();

  /**
   * @param given parameters that get what the sender chose
   * @param way from the handler
   */
  private record Reached(int depth, OutwardCall.Given given, List<Step> way) {
    Reached or(Reached other) {
      Reached nearer = other.depth < depth ? other : this;
      return new Reached(nearer.depth, given.or(other.given), nearer.way);
    }
  }

  private ModuleRequests(List<PackageCalls> packages, int depth) {
    this.packages = packages;
    this.depth = depth;
    List<TypeMethods> types = new ArrayList<>();
    for (PackageCalls one : packages) {
      types.addAll(one.types());
      called.addAll(one.called());
    }
    this.hierarchy = new ClassHierarchy(types);
  }

  /**
   * @param depth calls from a handler that are followed
   */
  public static ModuleRequests of(List<PackageCalls> packages, int depth) {
    ModuleRequests requests = new ModuleRequests(packages, depth);
    requests.find();
    return requests;
  }

  /**
   * What is found where a condition holds, with the way there before its own steps; of several for
   * the same place the first.
   */
  public List<Finding> told(List<ConditionalFinding> conditional) {
    Map<SameFinding, Finding> found = new LinkedHashMap<>();
    Set<SameFinding> ofModule = new HashSet<>();
    for (ConditionalFinding one : conditional) {
      if (one.users().isPresent() && called.contains(one.entry())) {
        ofModule.add(SameFinding.as(one.finding()));
      }
    }
    for (ConditionalFinding one : conditional) {
      told(one, ofModule).ifPresent(finding -> found.putIfAbsent(SameFinding.as(finding), finding));
    }
    return List.copyOf(found.values());
  }

  /**
   * @param ofModule what the module itself decides how often to do
   */
  private Optional<Finding> told(ConditionalFinding conditional, Set<SameFinding> ofModule) {
    if (conditional.entry().isEmpty()) {
      return conditional.unless().stream().anyMatch(possible::contains)
          ? Optional.empty()
          : Optional.of(conditional.finding());
    }
    Reached entry = reached.get(conditional.entry());
    if (entry == null) {
      return conditional
          .users()
          .filter(_ -> !ofModule.contains(SameFinding.as(conditional.finding())))
          .map(at -> after(List.of(new Step(at, "users of the module call this")), conditional));
    }
    long given = conditional.isPlain() ? entry.given.plain() : entry.given.any();
    if (entry.depth + conditional.depth() > depth
        || conditional.given() != 0 && (conditional.given() & given) == 0
        || conditional.unless().stream().anyMatch(possible::contains)) {
      return Optional.empty();
    }
    return Optional.of(after(entry.way, conditional));
  }

  private static Finding after(List<Step> way, ConditionalFinding conditional) {
    Finding finding = conditional.finding();
    List<Step> steps = new ArrayList<>(way);
    steps.addAll(finding.steps());
    return new Finding(
        finding.rule(),
        finding.leakClass(),
        finding.span(),
        finding.function(),
        finding.message(),
        steps,
        finding.fix(),
        finding.isUncertain());
  }

  private void find() {
    List<PackageCalls.OfHandler> handlers = new ArrayList<>();
    for (PackageCalls one : packages) {
      calls.putAll(one.ofEntries());
      handlers.addAll(one.ofHandlers());
    }
    findPossible(handlers);
    for (PackageCalls.OfHandler call : handlers) {
      List<Step> way = List.of(new Step(call.handler(), "a request comes in"));
      reach(call.call(), new Reached(0, OutwardCall.Given.CHOSEN, way));
    }
    while (!waiting.isEmpty()) {
      String function = waiting.remove();
      Reached from = reached.get(function);
      for (OutwardCall call : calls.getOrDefault(function, List.of())) {
        if (from != null) {
          reach(call, from);
        }
      }
    }
  }

  private void findPossible(List<PackageCalls.OfHandler> handlers) {
    Deque<OutwardCall> unseen = new ArrayDeque<>();
    handlers.forEach(one -> unseen.add(one.call()));
    while (!unseen.isEmpty()) {
      for (String target : targets(unseen.remove().target(), MOST_IMPLEMENTATIONS)) {
        if (possible.add(target)) {
          unseen.addAll(calls.getOrDefault(target, List.of()));
        }
      }
    }
  }

  private void reach(OutwardCall call, Reached from) {
    int calls = from.depth + call.depth();
    if (calls > depth) {
      return;
    }
    OutwardCall.Given given = OutwardCall.Given.NOTHING;
    for (int i = 0; i < call.given().size(); i++) {
      given = given.and(i, call.given().get(i).of(from.given));
    }
    for (String target : targets(call.target(), IMPLEMENTATIONS)) {
      Reached found = new Reached(calls, given, way(from.way, call.at(), target));
      Reached known = reached.get(target);
      Reached all = known == null ? found : known.or(found);
      if (!all.equals(known)) {
        reached.put(target, all);
        waiting.add(target);
      }
    }
  }

  private static List<Step> way(List<Step> before, Span at, String target) {
    List<Step> way = new ArrayList<>(before);
    way.add(new Step(at, "calls " + target.substring(target.lastIndexOf('/') + 1)));
    return way;
  }

  private Set<String> targets(OutwardCall.Target target, int implementations) {
    return switch (target) {
      case OutwardCall.Function(String name) -> Set.of(name);
      case OutwardCall.Made(String type) -> Set.of(type);
      case OutwardCall.Method(var method) -> {
        Set<String> all = hierarchy.implementations(method);
        yield all.size() > implementations ? Set.of() : all;
      }
    };
  }
}
