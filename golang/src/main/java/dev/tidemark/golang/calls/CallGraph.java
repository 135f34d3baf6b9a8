package dev.tidemark.golang.calls;

import dev.tidemark.golang.calls.CallFacts.Argument;
import dev.tidemark.golang.calls.CallFacts.Flow;
import dev.tidemark.golang.calls.CallFacts.Site;
import dev.tidemark.golang.hierarchy.ClassHierarchy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who calls whom. Function values are followed as in a 0-CFA that knows fields, not instances
 * (after Shivers, Control Flow Analysis in Scheme, 1988): what ever gets to a slot may be called
 * wherever the slot is.
 */
public final class CallGraph {
  /** Rounds, each of which follows values through one more call by a value. */
  private static final int ROUNDS = 10;

  private final ClassHierarchy hierarchy;
  private final Map<Slot, Set<String>> kept = new HashMap<>();
  private final Map<String, List<Call>> from = new HashMap<>();
  private final Map<String, List<Call>> to = new HashMap<>();

  /**
   * @param callees the functions that it may run, in order; empty where none is known
   * @param how what is known of them
   */
  public record Call(Site site, Set<String> callees, How how) {}

  /** How the callees of a call are known. */
  public enum How {
    STATIC,
    BY_INTERFACE,
    BY_VALUE
  }

  /**
   * @param packages all of a module, in any order
   */
  public CallGraph(Collection<CallFacts> packages) {
    hierarchy =
        new ClassHierarchy(packages.stream().flatMap(facts -> facts.types().stream()).toList());
    boolean isChanged = true;
    for (int round = 0; round < ROUNDS && isChanged; round++) {
      isChanged = false;
      for (CallFacts facts : packages) {
        for (Flow flow : facts.flows()) {
          isChanged |= put(flow.to(), functions(flow.from()));
        }
        for (Site site : facts.sites()) {
          isChanged |= !site.arguments().isEmpty() && handIn(site);
        }
      }
    }
    for (CallFacts facts : packages) {
      facts.sites().forEach(this::add);
    }
  }

  private boolean put(Slot slot, Set<String> functions) {
    return !functions.isEmpty()
        && kept.computeIfAbsent(slot, _ -> new LinkedHashSet<>(2)).addAll(functions);
  }

  private boolean handIn(Site site) {
    boolean isChanged = false;
    for (Target target : site.targets()) {
      for (String callee : functions(target)) {
        for (Argument argument : site.arguments()) {
          isChanged |=
              put(new Slot.Parameter(callee, argument.index()), functions(argument.function()));
        }
      }
    }
    return isChanged;
  }

  private Set<String> functions(Target target) {
    return switch (target) {
      case Target.Function(String name) -> Set.of(name);
      case Target.Method(var method) -> hierarchy.implementations(method);
      case Target.Kept(Slot slot) -> kept.getOrDefault(slot, Set.of());
      case Target.Unknown _ -> Set.of();
    };
  }

  private void add(Site site) {
    Set<String> callees = new TreeSet<>();
    How how = How.STATIC;
    for (Target target : site.targets()) {
      callees.addAll(functions(target));
      how =
          switch (target) {
            case Target.Function _ -> how;
            case Target.Method _ -> How.BY_INTERFACE;
            case Target.Kept _, Target.Unknown _ -> How.BY_VALUE;
          };
    }
    Call call = new Call(site, callees, how);
    from.computeIfAbsent(site.caller(), _ -> new ArrayList<>()).add(call);
    callees.forEach(callee -> to.computeIfAbsent(callee, _ -> new ArrayList<>()).add(call));
  }

  /** What a function or literal calls, in the order of its operations. */
  public List<Call> from(String caller) {
    return List.copyOf(from.getOrDefault(caller, List.of()));
  }

  /** Who calls a function, or may, in the order of their names. */
  public List<Call> to(String callee) {
    return to.getOrDefault(callee, List.of()).stream()
        .sorted(Comparator.comparing((Call call) -> call.site().caller()))
        .toList();
  }
}
