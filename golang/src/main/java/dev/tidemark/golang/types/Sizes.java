package dev.tidemark.golang.types;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many bytes values take on a machine of 64 bits, as the gc compiler lays them out (go/types,
 * gcsizes.go). Nothing where it depends on a type parameter or on what is not known.
 */
public final class Sizes {
  private static final int WORD = 8;
  private static final int DEEPEST = 200;

  private Sizes() {}

  public static OptionalLong sizeOf(Type type) {
    long size = size(type, 0);
    return size < 0 ? OptionalLong.empty() : OptionalLong.of(size);
  }

  public static OptionalLong alignOf(Type type) {
    long align = align(type, 0);
    return align < 0 ? OptionalLong.empty() : OptionalLong.of(align);
  }

  /**
   * Where a field lies within a struct.
   *
   * @param path the fields that lead to it
   */
  public static Optional<Long> offsetOf(Type struct, List<Integer> path) {
    long offset = 0;
    Type at = struct;
    for (int index : path) {
      if (!(at.underlying() instanceof Struct outer)) {
        return Optional.empty();
      }
      long within = offset(outer, index, 0);
      if (within < 0) {
        return Optional.empty();
      }
      offset += within;
      at = outer.fields().get(index).type();
    }
    return Optional.of(offset);
  }

  private static long offset(Struct struct, int index, int depth) {
    long offset = 0;
    for (int i = 0; i <= index; i++) {
      Type type = struct.fields().get(i).type();
      long align = align(type, depth + 1);
      if (align < 0) {
        return -1;
      }
      offset = aligned(offset, align);
      if (i < index) {
        long size = size(type, depth + 1);
        if (size < 0) {
          return -1;
        }
        offset += size;
      }
    }
    return offset;
  }

  private static long aligned(long offset, long align) {
    return (offset + align - 1) / align * align;
  }

  private static long size(Type type, int depth) {
    if (depth > DEEPEST || Kinds.isTypeParam(type)) {
      return -1;
    }
    return switch (type.underlying()) {
      case Basic basic -> size(basic);
      case Type.Array array -> {
        long element = size(array.element(), depth + 1);
        yield element < 0 || array.length() < 0 ? -1 : element * array.length();
      }
      case Type.Slice _ -> 3 * WORD;
      case Interface _ -> 2 * WORD;
      case Struct struct -> struct(struct, depth);
      case Type.Pointer _, Type.Map _, Type.Chan _, Signature _ -> WORD;
      case Named _, Alias _, TypeParam _, Unknown _, Type.Tuple _, Type.Union _ -> -1;
    };
  }

  private static long struct(Struct struct, int depth) {
    if (struct.fields().isEmpty()) {
      return 0;
    }
    int last = struct.fields().size() - 1;
    long offset = offset(struct, last, depth);
    long size = size(struct.fields().get(last).type(), depth + 1);
    long align = align(struct, depth);
    if (offset < 0 || size < 0 || align < 0) {
      return -1;
    }
    // A last field of no bytes takes one: its address must not be that of what follows.
    long padded = offset > 0 && size == 0 ? 1 : size;
    return aligned(offset + padded, align);
  }

  private static long size(Basic basic) {
    return switch (basic.canonical()) {
      case BOOL, INT8, UINT8 -> 1;
      case INT16, UINT16 -> 2;
      case INT32, UINT32, FLOAT32 -> 4;
      case COMPLEX128, STRING -> 16;
      default -> WORD;
    };
  }

  private static long align(Type type, int depth) {
    if (depth > DEEPEST || Kinds.isTypeParam(type)) {
      return -1;
    }
    return switch (type.underlying()) {
      case Basic basic ->
          switch (basic) {
            case COMPLEX64 -> 4;
            case COMPLEX128, STRING -> WORD;
            default -> size(basic);
          };
      case Type.Array array -> align(array.element(), depth + 1);
      case Struct struct -> {
        long most = 1;
        for (Var field : struct.fields()) {
          long align = align(field.type(), depth + 1);
          if (align < 0) {
            yield -1;
          }
          most = Math.max(most, align);
        }
        yield most;
      }
      case Type.Slice _, Interface _, Type.Pointer _, Type.Map _, Type.Chan _, Signature _ -> WORD;
      case Named _, Alias _, TypeParam _, Unknown _, Type.Tuple _, Type.Union _ -> -1;
    };
  }
}
