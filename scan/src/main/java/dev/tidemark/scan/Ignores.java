package dev.tidemark.scan;

import dev.tidemark.golang.check.SourcePackage.TypedFile;
import dev.tidemark.golang.syntax.Comment;
import dev.tidemark.golang.syntax.CommentGroup;
import dev.tidemark.golang.syntax.Lines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Comments that silence findings: {@code //tidemark:ignore RULE reason} and {@code
 * //nolint:tidemark}, at the end of a line for that line, or on a line of their own for the next.
 */
final class Ignores {
  private final List<Ignore> ignores = new ArrayList<>();

  /**
   * One comment.
   *
   * @param rule empty for all of them
   */
  private static final class Ignore {
    final Span span;
    final String rule;
    final Set<Integer> lines = new HashSet<>();
    boolean isUsed;

    Ignore(Span span, String rule) {
      this.span = span;
      this.rule = rule;
    }

    boolean covers(Finding finding) {
      return finding.span().file().equals(span.file())
          && lines.contains(finding.span().line())
          && (rule.isEmpty() || rule.equals(finding.rule().id()));
    }
  }

  Ignores(List<TypedFile> files, Unit unit) {
    for (TypedFile file : files) {
      for (CommentGroup group : file.unit().tree().comments()) {
        for (Comment comment : group.comments()) {
          add(file, comment, unit);
        }
      }
    }
  }

  private void add(TypedFile file, Comment comment, Unit unit) {
    String text = comment.text();
    String rule;
    if (text.startsWith("//tidemark:ignore")) {
      String rest = text.substring("//tidemark:ignore".length()).strip();
      int space = rest.indexOf(' ');
      rule = space < 0 ? rest : rest.substring(0, space);
    } else if (text.startsWith("//nolint:") && isForTidemark(text)) {
      rule = "";
    } else {
      return;
    }
    Ignore ignore = new Ignore(unit.span(file.unit().path(), comment), rule);
    Lines lines = file.unit().tree().lines();
    int line = lines.line(comment.from());
    ignore.lines.add(line);
    ignore.lines.add(line + 1);
    ignores.add(ignore);
  }

  private static boolean isForTidemark(String text) {
    String names = text.substring("//nolint:".length()).split("\\s", 2)[0];
    return List.of(names.split(",")).contains("tidemark");
  }

  boolean isSilenced(Finding finding) {
    boolean found = false;
    for (Ignore ignore : ignores) {
      if (ignore.covers(finding)) {
        ignore.isUsed = true;
        found = true;
      }
    }
    return found;
  }

  /** Places of comments that silence nothing; what a rule would find that is off is not known. */
  List<Span> unused(Choice choice) {
    if (!choice.isOn(Scan.UNUSED_IGNORE.id())) {
      return List.of();
    }
    List<Span> spans = new ArrayList<>();
    for (Ignore ignore : ignores) {
      boolean mayBeOfUse =
          ignore.rule.isEmpty() ? !choice.off().isEmpty() : !choice.isOn(ignore.rule);
      if (!ignore.isUsed && !mayBeOfUse) {
        spans.add(ignore.span);
      }
    }
    return Collections.unmodifiableList(spans);
  }
}
