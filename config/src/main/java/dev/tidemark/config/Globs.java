package dev.tidemark.config;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Patterns of paths. {@code *} and {@code ?} stand for what is between slashes, {@code **} for any
 * folders. One without a slash is of a file or folder anywhere, one with a slash of a path from the
 * top; what is below a folder that matches, matches. Matching takes no longer than path times
 * pattern, whatever the pattern.
 */
public final class Globs {
  /** What a pattern may be. */
  static final String SYNTAX = "^(?!/)(?!.*(^|/)\\.\\.?(/|$))[^\\\\!\\[\\]{}]{1,300}$";

  public static final Globs NONE = new Globs(List.of());

  private final List<List<Token>> patterns;

  /** What a state of a pattern takes; those of folders come in pairs. */
  private enum Kind {
    LETTER,
    ANY_LETTER,
    LETTERS,
    ALL,
    FOLDERS,
    IN_FOLDER
  }

  private record Token(Kind kind, char letter) {}

  /**
   * @param globs each as {@link #SYNTAX} has it
   */
  public Globs(List<String> globs) {
    patterns = globs.stream().map(Globs::tokens).toList();
  }

  /**
   * @param path from the top, with slashes
   */
  public boolean match(String path) {
    return patterns.stream().anyMatch(pattern -> match(pattern, path));
  }

  private static List<Token> tokens(String glob) {
    String trimmed = glob.endsWith("/") ? glob.substring(0, glob.length() - 1) : glob;
    String pattern = trimmed.contains("/") ? trimmed : "**/" + trimmed;
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < pattern.length()) {
      boolean isFirst = at == 0 || pattern.charAt(at - 1) == '/';
      if (isFirst && pattern.startsWith("**/", at)) {
        tokens.add(new Token(Kind.FOLDERS, '/'));
        tokens.add(new Token(Kind.IN_FOLDER, '/'));
        at += 3;
      } else if (pattern.startsWith("**", at)) {
        tokens.add(new Token(Kind.ALL, '*'));
        at += 2;
      } else {
        char c = pattern.charAt(at++);
        tokens.add(
            new Token(
                switch (c) {
                  case '*' -> Kind.LETTERS;
                  case '?' -> Kind.ANY_LETTER;
                  default -> Kind.LETTER;
                },
                c));
      }
    }
    return tokens;
  }

  private static boolean match(List<Token> pattern, String path) {
    BitSet states = new BitSet();
    enter(pattern, 0, states);
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '/' && states.get(pattern.size())) {
        return true;
      }
      BitSet next = new BitSet();
      for (int at = states.nextSetBit(0); at >= 0; at = states.nextSetBit(at + 1)) {
        if (at < pattern.size()) {
          step(pattern, at, c, next);
        }
      }
      states = next;
    }
    return states.get(pattern.size());
  }

  private static void step(List<Token> pattern, int at, char c, BitSet next) {
    boolean isSlash = c == '/';
    switch (pattern.get(at).kind) {
      case LETTER -> {
        if (c == pattern.get(at).letter) {
          enter(pattern, at + 1, next);
        }
      }
      case ANY_LETTER -> {
        if (!isSlash) {
          enter(pattern, at + 1, next);
        }
      }
      case LETTERS -> {
        if (!isSlash) {
          enter(pattern, at, next);
        }
      }
      case ALL -> enter(pattern, at, next);
      case FOLDERS -> {
        if (!isSlash) {
          enter(pattern, at + 1, next);
        }
      }
      case IN_FOLDER -> enter(pattern, isSlash ? at - 1 : at, next);
    }
  }

  /** Adds a state, and those that are reached from it without a letter. */
  private static void enter(List<Token> pattern, int state, BitSet states) {
    int at = state;
    while (!states.get(at)) {
      states.set(at);
      if (at == pattern.size()) {
        return;
      }
      switch (pattern.get(at).kind) {
        case LETTERS, ALL -> at++;
        case FOLDERS -> at += 2;
        case LETTER, ANY_LETTER, IN_FOLDER -> {
          return;
        }
      }
    }
  }
}
