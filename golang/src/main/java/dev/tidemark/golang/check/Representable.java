package dev.tidemark.golang.check;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.constant.Conversions;
import dev.tidemark.golang.constant.Operations;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Basic;
import org.jspecify.annotations.Nullable;

/** Which constants a type can hold (go/types, const.go), on a machine of 64 bits. */
final class Representable {
  private Representable() {}

  /** The constant as the type holds it, rounded; null if it can't. */
  static @Nullable Constant as(Constant value, Basic type) {
    if (value instanceof Constant.Unknown) {
      return value;
    }
    if (type.isInteger()) {
      return integer(value, type.canonical());
    }
    if (type.isFloat()) {
      Constant real = Conversions.toFloat(value);
      return switch (type) {
        case FLOAT32 -> known(Conversions.roundFloat32(real));
        case FLOAT64 -> known(Conversions.roundFloat64(real));
        default -> known(real);
      };
    }
    if (type.isComplex()) {
      return complex(value, type);
    }
    if (type.isString()) {
      return value instanceof Constant.Text ? value : null;
    }
    if (type.isBoolean()) {
      return value instanceof Constant.Bool ? value : null;
    }
    return null;
  }

  private static @Nullable Constant known(Constant value) {
    return value instanceof Constant.Unknown ? null : value;
  }

  private static @Nullable Constant integer(Constant value, Basic type) {
    Constant whole = Conversions.toInt(value);
    if (!(whole instanceof Constant.Int)) {
      return null;
    }
    int sign = Conversions.sign(whole);
    int bits = Conversions.bitLength(whole);
    if (type.isUntyped()) {
      return whole;
    }
    if (type.isUnsigned()) {
      return sign >= 0 && bits <= bits(type) ? whole : null;
    }
    if (bits < bits(type)) {
      return whole;
    }
    // The smallest negative number has as many bits as the type.
    Constant smallest =
        Operations.unary(Token.SUB, Operations.shift(Constant.of(1), Token.SHL, bits(type) - 1), 0);
    return sign < 0 && Operations.compare(whole, Token.EQL, smallest) ? whole : null;
  }

  /** How many bits an integer type has. */
  static int bits(Basic type) {
    return switch (type.canonical()) {
      case INT8, UINT8 -> 8;
      case INT16, UINT16 -> 16;
      case INT32, UINT32 -> 32;
      default -> 64;
    };
  }

  private static @Nullable Constant complex(Constant value, Basic type) {
    Constant both = Conversions.toComplex(value);
    if (both instanceof Constant.Unknown) {
      return null;
    }
    Constant real = Conversions.real(both);
    Constant imag = Conversions.imag(both);
    switch (type) {
      case COMPLEX64 -> {
        real = Conversions.roundFloat32(real);
        imag = Conversions.roundFloat32(imag);
      }
      case COMPLEX128 -> {
        real = Conversions.roundFloat64(real);
        imag = Conversions.roundFloat64(imag);
      }
      default -> {
        return both;
      }
    }
    return known(Operations.binary(real, Token.ADD, Conversions.makeImag(imag)));
  }
}
