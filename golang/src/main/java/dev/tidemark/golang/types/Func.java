package dev.tidemark.golang.types;

import org.jspecify.annotations.Nullable;

/** A function, or a method of a defined type or interface. */
public final class Func implements Symbol {
  private final Package pkg;
  private final String name;
  private final Place place;
  private final Lazy<Signature> signature;
  private final boolean hasPointerReceiver;
  private final @Nullable Func origin;

  /** What a function has whose declaration could not be read. */
  public static final Signature NO_SIGNATURE =
      Signature.of(java.util.List.of(), java.util.List.of(), false);

  /**
   * @param hasPointerReceiver whether it is a method of a pointer to its type
   */
  public Func(
      Package pkg,
      String name,
      Place place,
      boolean hasPointerReceiver,
      Lazy<Signature> signature) {
    this(pkg, name, place, hasPointerReceiver, signature, null);
  }

  private Func(
      Package pkg,
      String name,
      Place place,
      boolean hasPointerReceiver,
      Lazy<Signature> signature,
      @Nullable Func origin) {
    this.pkg = pkg;
    this.name = name;
    this.place = place;
    this.hasPointerReceiver = hasPointerReceiver;
    this.signature = signature;
    this.origin = origin;
  }

  /** The method as an instance of its generic type has it. */
  Func instantiate(Named instance) {
    return new Func(
        pkg,
        name,
        place,
        hasPointerReceiver,
        Lazy.by(instance.resolution(), () -> substituted(instance), NO_SIGNATURE),
        origin());
  }

  private Signature substituted(Named instance) {
    Signature declared = signature();
    if (declared.receiverTypeParams().size() != instance.arguments().size()) {
      return declared;
    }
    Signature replaced =
        (Signature)
            Substitution.of(declared.receiverTypeParams(), instance.arguments()).apply(declared);
    return new Signature(
        replaced.receiver(),
        java.util.List.of(),
        replaced.typeParams(),
        replaced.params(),
        replaced.results(),
        replaced.isVariadic());
  }

  /** The same with another signature, in an instance of the interface it belongs to. */
  Func withSignature(Lazy<Signature> other) {
    return new Func(pkg, name, place, hasPointerReceiver, other, origin());
  }

  /** As it is declared: of an instance's method, the generic type's one. */
  public Func origin() {
    return origin == null ? this : origin;
  }

  @Override
  public Package pkg() {
    return pkg;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Place place() {
    return place;
  }

  public boolean hasPointerReceiver() {
    return hasPointerReceiver;
  }

  @Override
  public Type type() {
    return signature();
  }

  public Signature signature() {
    return signature.get();
  }

  @Override
  public String toString() {
    return "func " + name;
  }
}
