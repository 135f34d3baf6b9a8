package dev.tidemark.golang.types;

import java.util.List;

/**
 * A type of which nothing is known but, at best, what it is called: its package could not be read,
 * or the code is broken. What is made with it is unknown in turn.
 *
 * @param path import path of its package; empty where it has no name
 * @param name empty where there is none
 * @param arguments what it is instantiated with
 */
public record Unknown(String path, String name, List<Type> arguments) implements Type {
  /** Nothing is known at all. */
  public static final Unknown UNKNOWN = new Unknown("", "", List.of());

  public Unknown {
    arguments = List.copyOf(arguments);
  }

  /** A type of a package that is not there. */
  public static Unknown named(String path, String name) {
    return new Unknown(path, name, List.of());
  }

  /** Whether it is at least known what it is called. */
  public boolean isNamed() {
    return !name.isEmpty();
  }
}
