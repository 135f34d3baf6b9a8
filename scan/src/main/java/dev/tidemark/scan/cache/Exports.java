package dev.tidemark.scan.cache;

import dev.tidemark.golang.effect.AnalyzedPackage;
import dev.tidemark.golang.syntax.Comment;
import dev.tidemark.golang.syntax.CommentGroup;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.FieldList;
import dev.tidemark.golang.syntax.SourceFile;
import dev.tidemark.golang.syntax.Spec;
import dev.tidemark.golang.syntax.Token;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** A digest of what other packages see of one. */
public final class Exports {
  private Exports() {}

  private record Range(int from, int to) {}

  /**
   * @param source gives the bytes of a file
   * @param summaries of its functions, encoded
   */
  public static String of(
      AnalyzedPackage analyzed, Function<String, byte[]> source, byte[] summaries) {
    MessageDigest digest = sha256();
    analyzed.files().stream()
        .sorted(Comparator.comparing(file -> file.unit().path()))
        .forEach(file -> {
          digest.update((byte) 0);
          declarations(file.unit().tree(), source.apply(file.unit().path()), digest);
        });
    digest.update((byte) 0);
    digest.update(summaries);
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * All but bodies, comments and what nobody else can name; of a gap only whether it ends a line.
   */
  private static void declarations(SourceFile tree, byte[] bytes, MessageDigest digest) {
    byte[] kept = new byte[bytes.length];
    int count = 0;
    int at = 0;
    byte gap = 0;
    List<Range> left = leftOut(tree);
    left.add(new Range(bytes.length, bytes.length));
    for (Range range : left) {
      for (; at < Math.min(range.from, bytes.length); at++) {
        byte one = bytes[at];
        if (one == ' ' || one == '\t' || one == '\r') {
          gap = gap == 0 ? (byte) ' ' : gap;
        } else if (one == '\n') {
          gap = '\n';
        } else {
          if (gap != 0 && count > 0) {
            kept[count++] = gap;
          }
          gap = 0;
          kept[count++] = one;
        }
      }
      at = Math.max(at, range.to);
    }
    digest.update(kept, 0, count);
  }

  private static List<Range> leftOut(SourceFile tree) {
    List<Range> ranges = new ArrayList<>();
    for (Decl decl : tree.decls()) {
      switch (decl) {
        case Decl.FuncDecl function when isHidden(function) ->
            ranges.add(new Range(function.from(), function.to()));
        case Decl.FuncDecl function when !function.body().isNone() ->
            ranges.add(new Range(function.body().from() + 1, function.body().to()));
        case Decl.GenDecl general when general.keyword() == Token.VAR && isBlank(general) ->
            ranges.add(new Range(general.from(), general.to()));
        default -> {}
      }
    }
    for (CommentGroup group : tree.comments()) {
      for (Comment comment : group.comments()) {
        ranges.add(new Range(comment.from(), comment.to()));
      }
    }
    ranges.sort(Comparator.comparingInt(Range::from));
    return ranges;
  }

  /** A function, not a method, that only its own package can call. */
  private static boolean isHidden(Decl.FuncDecl function) {
    return function.receiver() == FieldList.NONE
        && !Character.isUpperCase(function.name().name().codePointAt(0));
  }

  private static boolean isBlank(Decl.GenDecl general) {
    return general.specs().stream()
        .allMatch(spec ->
            spec instanceof Spec.ValueSpec variables
                && variables.names().stream().allMatch(name -> name.name().equals("_")));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
