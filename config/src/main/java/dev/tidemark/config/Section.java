package dev.tidemark.config;

import dev.tidemark.config.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** A mapping whose keys are known, read key by key; {@link #end} complains of all others. */
final class Section {
  private final String name;
  private final List<Node.Entry> entries;
  private final List<Problem> problems;
  private final List<String> known = new ArrayList<>();

  private Section(String name, List<Node.Entry> entries, List<Problem> problems) {
    this.name = name;
    this.entries = entries;
    this.problems = problems;
  }

  /** Of the whole file. */
  static Section of(Node root, List<Problem> problems) {
    return of("tidemark.yaml", "the file", root, problems);
  }

  private static Section of(String name, String what, Node node, List<Problem> problems) {
    List<Node.Entry> entries =
        switch (node) {
          case Node.Mapping mapping -> mapping.entries();
          case Node.Scalar scalar when scalar.kind() == Node.Kind.NULL -> List.of();
          case Node.Broken _ -> List.of();
          case Node.Scalar _, Node.Sequence _ -> {
            String found = Shown.kind(node);
            complain(
                problems,
                node.at(),
                "%s is %s, where keys with values belong".formatted(what, found),
                "write `key: value`, a line each");
            yield List.of();
          }
        };
    return new Section(name, entries, problems);
  }

  List<Node.Entry> entries() {
    return entries;
  }

  private Optional<Node> value(String key) {
    known.add(key);
    return entries.stream()
        .filter(entry -> entry.key().equals(key))
        .map(Node.Entry::value)
        .findFirst();
  }

  Section section(String key) {
    return value(key)
        .map(node -> of(key, "`" + key + "`", node, problems))
        .orElseGet(() -> new Section(key, List.of(), problems));
  }

  /** One of a few words. */
  Optional<String> choice(String key, List<String> words) {
    return value(key).flatMap(node -> word(key, node, words));
  }

  /** A value that is one of a few words. */
  Optional<String> word(String key, Node node, List<String> words) {
    if (node instanceof Node.Broken) {
      return Optional.empty();
    }
    if (node instanceof Node.Scalar scalar && words.contains(scalar.text())) {
      return Optional.of(scalar.text());
    }
    String near =
        node instanceof Node.Scalar scalar && scalar.text().length() <= Shown.LONGEST
            ? Suggestion.among(words, scalar.text())
            : "";
    complain(
        node.at(),
        "`%s` is %s%s".formatted(key, Shown.value(node), near),
        "give one of " + Shown.list(words));
    return Optional.empty();
  }

  Optional<Boolean> truth(String key) {
    Optional<Node> node = value(key).filter(one -> !(one instanceof Node.Broken));
    if (node.isPresent()
        && node.get() instanceof Node.Scalar scalar
        && scalar.kind() == Node.Kind.TRUTH) {
      return Optional.of(Boolean.parseBoolean(scalar.text()));
    }
    node.ifPresent(wrong ->
        complain(
            wrong.at(), "`%s` is %s".formatted(key, Shown.value(wrong)), "give true or false"));
    return Optional.empty();
  }

  /** An integer from one to another, both included. */
  Optional<Integer> integer(String key, int least, int most) {
    Optional<Node> node = value(key).filter(one -> !(one instanceof Node.Broken));
    OptionalInt value =
        node.map(one -> Quantities.integer(one, least, most)).orElse(OptionalInt.empty());
    if (value.isPresent()) {
      return Optional.of(value.getAsInt());
    }
    node.ifPresent(wrong ->
        complain(
            wrong.at(),
            "`%s` is %s".formatted(key, Shown.value(wrong)),
            "give a whole number from %,d to %,d".formatted(least, most)));
    return Optional.empty();
  }

  /**
   * A text of a form.
   *
   * @param form what to give, in words
   */
  Optional<String> text(String key, Pattern syntax, String form) {
    return value(key).flatMap(node -> text(key, node, syntax, form));
  }

  /** Texts of a form; a single one may stand without a list. */
  List<String> texts(String key, Pattern syntax, String form) {
    List<String> texts = new ArrayList<>();
    switch (value(key).orElse(new Node.Sequence(new Node.Mark(1, 1), List.of()))) {
      case Node.Sequence list ->
          list.items().forEach(item -> text(key, item, syntax, form).ifPresent(texts::add));
      case Node.Scalar scalar when scalar.kind() == Node.Kind.NULL -> {}
      case Node other -> text(key, other, syntax, form).ifPresent(texts::add);
    }
    return texts;
  }

  private Optional<String> text(String key, Node node, Pattern syntax, String form) {
    if (node instanceof Node.Broken) {
      return Optional.empty();
    }
    if (node instanceof Node.Scalar scalar
        && scalar.kind() == Node.Kind.TEXT
        && scalar.text().length() <= Shown.LARGEST
        && syntax.matcher(scalar.text()).matches()) {
      return Optional.of(scalar.text());
    }
    complain(node.at(), "`%s` is %s".formatted(key, Shown.value(node)), "give " + form);
    return Optional.empty();
  }

  /** Complains of keys that were not asked for. */
  void end() {
    for (Node.Entry entry : entries) {
      if (!known.contains(entry.key())) {
        unknown(entry, "key", known, "known here: " + Shown.list(known));
      }
    }
  }

  void unknown(Node.Entry entry, String kind, List<String> words, String advice) {
    String key = Shown.cut(entry.key());
    String near = entry.key().length() <= Shown.LONGEST ? Suggestion.among(words, entry.key()) : "";
    complain(entry.at(), "there is no %s `%s` in %s%s".formatted(kind, key, name, near), advice);
  }

  private void complain(Node.Mark at, String what, String advice) {
    complain(problems, at, what, advice);
  }

  private static void complain(List<Problem> problems, Node.Mark at, String what, String advice) {
    problems.add(new Problem(at.line(), at.column(), what, advice));
  }
}
