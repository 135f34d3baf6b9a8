package dev.tidemark.config.yaml;

import dev.tidemark.config.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/** Makes a tree of a parser's events. */
final class TreeBuilder {
  /** Collections within each other; configuration has use for a few. */
  private static final int DEEPEST = 32;

  private static final ScalarResolver RESOLVER = new CoreScalarResolver(false);

  private final Iterator<Event> events;
  private final List<Problem> problems;

  TreeBuilder(Iterator<Event> events, List<Problem> problems) {
    this.events = events;
    this.problems = problems;
  }

  /** Nesting has no end: nothing more is read. */
  static final class TooDeepException extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** Nothing where there is no value. */
  Optional<Node> document() throws TooDeepException {
    Optional<Node> first = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      if (event.getEventId() == Event.ID.DocumentStart) {
        if (first.isPresent()) {
          complain(mark(event), "a second document begins here", "keep one in the file");
          return first;
        }
        first = Optional.of(node(events.next(), 0));
      }
    }
    return first.filter(node -> !isNull(node));
  }

  private static boolean isNull(Node node) {
    return node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.NULL;
  }

  private Node node(Event event, int depth) throws TooDeepException {
    Node.Mark at = mark(event);
    if (event instanceof AliasEvent alias) {
      complain(at, "*" + alias.getAlias() + " repeats what is elsewhere", "write it out here");
      return new Node.Broken(at);
    }
    if (event instanceof NodeEvent anchored && anchored.getAnchor().isPresent()) {
      String anchor = anchored.getAnchor().get().getValue();
      complain(
          at, "&" + anchor + " names a value to be repeated", "take it away: write values out");
    }
    if (event instanceof ScalarEvent scalar) {
      scalar.getTag().ifPresent(tag -> tagged(at, tag));
      return new Node.Scalar(at, scalar.getValue(), kind(scalar));
    }
    if (event instanceof CollectionStartEvent start) {
      start.getTag().ifPresent(tag -> tagged(at, tag));
      if (depth == DEEPEST) {
        complain(
            at, "more than " + DEEPEST + " lists and mappings within each other", "make it flat");
        throw new TooDeepException();
      }
      return start instanceof MappingStartEvent ? mapping(at, depth + 1) : sequence(at, depth + 1);
    }
    throw new IllegalStateException("an event where a value was to come: " + event);
  }

  private void tagged(Node.Mark at, String tag) {
    complain(at, "the tag " + tag + " has no use here", "take it away");
  }

  private Node sequence(Node.Mark at, int depth) throws TooDeepException {
    List<Node> items = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      items.add(node(event, depth));
    }
    return new Node.Sequence(at, items);
  }

  private Node mapping(Node.Mark at, int depth) throws TooDeepException {
    Map<String, Node.Mark> keys = new HashMap<>();
    List<Node.Entry> entries = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      Node key = node(event, depth);
      Node value = node(events.next(), depth);
      if (!(key instanceof Node.Scalar name)) {
        if (!(key instanceof Node.Broken)) {
          complain(key.at(), "a list or mapping can't be a key", "give it a name");
        }
        continue;
      }
      Node.Mark before = keys.putIfAbsent(name.text(), name.at());
      if (before == null) {
        entries.add(new Node.Entry(name.text(), name.at(), value));
      } else {
        complain(
            name.at(),
            "the key `%s` is here twice, first in line %d".formatted(name.text(), before.line()),
            "keep one of them");
      }
    }
    return new Node.Mapping(at, entries);
  }

  private static Node.Kind kind(ScalarEvent scalar) {
    if (!scalar.isPlain()) {
      return Node.Kind.TEXT;
    }
    Tag tag = RESOLVER.resolve(scalar.getValue(), true);
    if (tag.equals(Tag.INT)) {
      return Node.Kind.INTEGER;
    }
    if (tag.equals(Tag.BOOL)) {
      return Node.Kind.TRUTH;
    }
    if (tag.equals(Tag.NULL)) {
      return Node.Kind.NULL;
    }
    return tag.equals(Tag.FLOAT) ? Node.Kind.OTHER : Node.Kind.TEXT;
  }

  private void complain(Node.Mark at, String what, String advice) {
    problems.add(new Problem(at.line(), at.column(), what, advice));
  }

  private static Node.Mark mark(Event event) {
    return event
        .getStartMark()
        .map(mark -> new Node.Mark(mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(new Node.Mark(1, 1));
  }
}
