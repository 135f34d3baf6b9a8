package dev.tidemark.golang.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function, or a method of a defined type or interface. */
public final class Func extends Declared implements Symbol {
  private final Lazy<Signature> signature;
  private final boolean hasPointerReceiver;
  private final @Nullable Func origin;

  /** What a function has whose declaration could not be read. */
  public static final Signature NO_SIGNATURE = Signature.of(List.of(), List.of(), false);

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
    super(pkg, name, place);
    this.hasPointerReceiver = hasPointerReceiver;
    this.signature = signature;
    this.origin = origin;
  }

  /** The method as an instance of its generic type has it. */
  Func instantiate(Named instance) {
    return new Func(
        pkg(),
        name(),
        place(),
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
        List.of(),
        replaced.typeParams(),
        replaced.params(),
        replaced.results(),
        replaced.isVariadic());
  }

  /** The same with another signature, in an instance of the interface it belongs to. */
  Func withSignature(Lazy<Signature> other) {
    return new Func(pkg(), name(), place(), hasPointerReceiver, other, origin());
  }

  /** As it is declared: of an instance's method, the generic type's one. */
  public Func origin() {
    return origin == null ? this : origin;
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
    return "func " + name();
  }
}
