package dev.tidemark.scan.release;

import java.util.Set;

/**
 * Something that must be given back.
 *
 * @param name in a sentence: "the response body"
 * @param released what is done to it, in a sentence: "closed"
 * @param releases methods that give it back, of it or of a part of it; empty where it is itself a
 *     function to be called
 * @param takers functions of other packages that give it back when they are called with it, by
 *     their qualified names
 * @param steps methods that give it back themselves once they return false
 */
public record Resource(
    String name, String released, Set<String> releases, Set<String> takers, Set<String> steps) {
  public Resource(String name, String released, Set<String> releases) {
    this(name, released, releases, Set.of(), Set.of());
  }

  public Resource(String name, String released, Set<String> releases, Set<String> takers) {
    this(name, released, releases, takers, Set.of());
  }

  boolean isFunction() {
    return releases.isEmpty();
  }
}
