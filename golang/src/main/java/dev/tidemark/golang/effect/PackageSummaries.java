package dev.tidemark.golang.effect;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Func;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The summaries of a package's functions and function literals. Who calls whom decides the order:
 * strongly connected components, after Tarjan (1972), from those that call nothing here upwards.
 */
public final class PackageSummaries implements Summaries {
  /** Rounds within a component; each can only add, and the limit of a summary bounds them. */
  private static final int ROUNDS = 8;

  private final Summaries others;
  private final Map<Func, Body> bodies = new IdentityHashMap<>();
  private final Map<Body, Summary> summaries = new IdentityHashMap<>();

  private PackageSummaries(List<Body> declared, Summaries others) {
    this.others = others;
    for (Body body : declared) {
      bodies.put(body.symbol(), body);
    }
  }

  /**
   * @param declared the bodies of functions and methods; literals come with them
   * @param others summaries of other packages
   */
  public static PackageSummaries of(List<Body> declared, Summaries others) {
    PackageSummaries made = new PackageSummaries(declared, others);
    made.components(declared).forEach(made::summarise);
    return made;
  }

  @Override
  public Optional<Summary> of(Func function) {
    Body body = bodies.get(function);
    return body == null ? others.of(function) : Optional.ofNullable(summaries.get(body));
  }

  @Override
  public Set<Effect.Kind> said(String function) {
    return others.said(function);
  }

  public Summary of(Body body) {
    return summaries.getOrDefault(body, Summary.UNKNOWN);
  }

  /** The summary of what a call runs, where it is known. */
  public Optional<Summary> of(Callee callee) {
    return callee instanceof Callee.Static(Func symbol) ? of(symbol) : body(callee).map(this::of);
  }

  /** The body of a function of this package. */
  public Optional<Body> body(Func function) {
    return Optional.ofNullable(bodies.get(function));
  }

  /** The body that a call runs, where it is one of this package. */
  public Optional<Body> body(Callee callee) {
    return switch (callee) {
      case Callee.Static(Func symbol) -> body(symbol);
      case Callee.Literal(Body literal) -> Optional.of(literal);
      case Callee.Dynamic(Value.Closure(Body literal)) -> Optional.of(literal);
      case Callee.Interface _, Callee.Dynamic _, Callee.Language _ -> Optional.empty();
    };
  }

  /** Those of declared functions, which outlive the bodies. */
  void declared(BiConsumer<Func, Summary> visitor) {
    bodies.forEach((symbol, body) -> visitor.accept(symbol, of(body)));
  }

  private void summarise(List<Body> component) {
    for (int round = 0; round < ROUNDS; round++) {
      boolean isChanged = false;
      for (Body body : component) {
        Summary made = new Summarizer(body, this).summarize();
        isChanged |= !made.equals(summaries.put(body, made));
      }
      if (!isChanged
          || component.size() == 1 && !calls(component.getFirst()).contains(component.getFirst())) {
        return;
      }
    }
  }

  /** Bodies of this package that a body calls, or holds as literals. */
  private List<Body> calls(Body body) {
    List<Body> called = new ArrayList<>(body.literals());
    body.forEachOp(op -> {
      if (op instanceof Op.Call call) {
        body(call.callee()).ifPresent(called::add);
      }
    });
    return called;
  }

  private static final class Visit {
    final Body body;
    final List<Body> calls;
    final int number;
    int low;
    int next;
    boolean isOnStack = true;

    Visit(Body body, List<Body> calls, int number) {
      this.body = body;
      this.calls = calls;
      this.number = number;
      this.low = number;
    }
  }

  private List<List<Body>> components(List<Body> declared) {
    Map<Body, Visit> visits = new IdentityHashMap<>();
    Deque<Visit> stack = new ArrayDeque<>();
    List<List<Body>> components = new ArrayList<>();
    for (Body root : declared) {
      if (!visits.containsKey(root)) {
        visit(root, visits, stack, components);
      }
    }
    return components;
  }

  /** Without recursion: chains of calls may be long. */
  private void visit(
      Body root, Map<Body, Visit> visits, Deque<Visit> stack, List<List<Body>> components) {
    Deque<Visit> path = new ArrayDeque<>();
    path.push(enter(root, visits, stack));
    while (!path.isEmpty()) {
      Visit at = path.peek();
      if (at.next < at.calls.size()) {
        Visit known = visits.get(at.calls.get(at.next));
        if (known == null) {
          path.push(enter(at.calls.get(at.next), visits, stack));
        } else if (known.isOnStack) {
          at.low = Math.min(at.low, known.number);
        }
        at.next++;
        continue;
      }
      path.pop();
      if (!path.isEmpty()) {
        path.peek().low = Math.min(path.peek().low, at.low);
      }
      if (at.low == at.number) {
        List<Body> component = new ArrayList<>();
        Visit member;
        do {
          member = stack.pop();
          member.isOnStack = false;
          component.add(member.body);
        } while (member != at);
        components.add(component);
      }
    }
  }

  private Visit enter(Body body, Map<Body, Visit> visits, Deque<Visit> stack) {
    Visit visit = new Visit(body, calls(body), visits.size());
    visits.put(body, visit);
    stack.push(visit);
    return visit;
  }
}
