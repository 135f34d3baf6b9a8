package dev.tidemark.golang.build;

/** A condition on tags, as {@code //go:build} writes one. */
public sealed interface Constraint {
  /** Whether it holds for a platform. */
  boolean holds(Platform platform);

  /** Holds always: where there is no condition. */
  record Always() implements Constraint {
    @Override
    public boolean holds(Platform platform) {
      return true;
    }
  }

  record Tag(String name) implements Constraint {
    @Override
    public boolean holds(Platform platform) {
      return platform.has(name);
    }
  }

  record Not(Constraint condition) implements Constraint {
    @Override
    public boolean holds(Platform platform) {
      return !condition.holds(platform);
    }
  }

  record And(Constraint left, Constraint right) implements Constraint {
    @Override
    public boolean holds(Platform platform) {
      return left.holds(platform) && right.holds(platform);
    }
  }

  record Or(Constraint left, Constraint right) implements Constraint {
    @Override
    public boolean holds(Platform platform) {
      return left.holds(platform) || right.holds(platform);
    }
  }
}
