package dev.tidemark.golang.calls;

import dev.tidemark.golang.hierarchy.TypeMethods;
import dev.tidemark.golang.ssa.Op;
import java.util.List;

/**
 * What a package says of calls, without its bodies.
 *
 * @param types its types with methods
 */
public record CallFacts(List<Site> sites, List<Flow> flows, List<TypeMethods> types) {
  public CallFacts {
    sites = List.copyOf(sites);
    flows = List.copyOf(flows);
    types = List.copyOf(types);
  }

  /**
   * A call.
   *
   * @param caller the qualified name of the function or literal
   * @param name as the source names what is called; empty where it has no name
   * @param targets one of which it runs
   * @param arguments those that are functions
   * @param position where it stands, as who asked writes it
   */
  public record Site(
      String caller,
      String name,
      Op.Mode mode,
      List<Target> targets,
      List<Argument> arguments,
      String position) {
    public Site {
      targets = List.copyOf(targets);
      arguments = List.copyOf(arguments);
    }
  }

  /** A function that is handed to a call. */
  public record Argument(int index, Target function) {}

  /** A function value that gets to a place. */
  public record Flow(Target from, Slot to) {}
}
