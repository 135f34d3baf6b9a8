package dev.tidemark.scan;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.syntax.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes what rules find in one package. */
public final class Findings {
  private final Unit unit;
  private final List<Finding> found = new ArrayList<>();

  /** The functions that findings are in, where they are in one. */
  private final Map<Finding, Body> places = new LinkedHashMap<>();

  public Findings(Unit unit) {
    this.unit = unit;
  }

  public void add(Finding finding) {
    found.add(finding);
  }

  public void add(Body body, Finding finding) {
    found.add(finding);
    places.put(finding, body);
  }

  /** A finding of the rule's own class and fix. */
  public void add(RuleInfo rule, Body body, Node node, String message, List<Step> steps) {
    add(rule, rule.leakClass(), body, node, message, steps);
  }

  public void add(
      RuleInfo rule, LeakClass leakClass, Body body, Node node, String message, List<Step> steps) {
    add(
        body,
        new Finding(
            rule,
            leakClass,
            unit.span(body, node),
            body.name(),
            message,
            steps,
            rule.fix(),
            false));
  }

  /** A finding outside of functions. */
  public void add(RuleInfo rule, String file, Node node, String message) {
    Span span = unit.span(file, node);
    add(
        new Finding(
            rule,
            rule.leakClass(),
            span,
            "",
            message,
            List.of(new Step(span, rule.title())),
            rule.fix(),
            false));
  }

  /** Those in functions, each with its own. */
  public Map<Finding, Body> places() {
    return Collections.unmodifiableMap(places);
  }

  List<Finding> all() {
    return Collections.unmodifiableList(found);
  }
}
