package dev.tidemark.scan.wait;

import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Type;

/**
 * Makes instances of types: what a variable is that was only declared, and what comes from outside.
 */
final class Instances {
  private Instances() {}

  /** What a variable of a type is before it is assigned. */
  static Datum zero(Type type) {
    if (Kinds.isBoolean(type)) {
      return new Datum.Truth(false);
    }
    if (Kinds.isInteger(type)) {
      return new Datum.Whole(0);
    }
    if (Kinds.isString(type)) {
      return new Datum.Text("");
    }
    return switch (type.underlying()) {
      case Struct _, Type.Array _ -> of(type, false);
      case Type.Pointer _, Type.Chan _, Type.Map _, Type.Slice _ -> Datum.NIL;
      default ->
          Kinds.isInterface(type) || Kinds.hasNil(type)
              ? Datum.NIL
              : of(type, Kinds.isUnknown(type));
    };
  }

  /** A value of which nothing is known but its type. */
  static Instance external(Type type) {
    return of(type, true);
  }

  /** Something of a type, pointers looked through. */
  static Instance of(Type type, boolean isExternal) {
    Type target = type.unalias() instanceof Type.Pointer pointer ? pointer.element() : type;
    switch (QualifiedName.of(target)) {
      case "sync.Mutex", "sync.RWMutex" -> {
        return new Instance.Lock(target, isExternal);
      }
      case "sync.WaitGroup", "golang.org/x/sync/errgroup.Group" -> {
        return new Instance.Group(target, isExternal);
      }
      case "sync.Cond" -> {
        return new Instance.Condition(target, isExternal);
      }
      case "sync.Map" -> {
        if (!isExternal) {
          return new Instance.Table(target);
        }
      }
      case "sync.Once" -> {
        return new Instance.Once(target, isExternal);
      }
      case "context.Context" -> {
        Instance.World world = isExternal ? Instance.World.CLOSES : Instance.World.NOTHING;
        return new Instance.Context(target, isExternal, world);
      }
      default -> {}
    }
    if (target.underlying() instanceof Type.Chan) {
      return new Instance.Channel(target, isExternal, 0L);
    }
    if (!isExternal) {
      switch (target.underlying()) {
        case Type.Slice _ -> {
          return new Instance.Sequence(target);
        }
        case Type.Array _ -> {
          Instance.Sequence array = new Instance.Sequence(target);
          array.fill();
          return array;
        }
        case Type.Map _ -> {
          return new Instance.Table(target);
        }
        default -> {}
      }
    }
    return new Instance(target, isExternal);
  }
}
