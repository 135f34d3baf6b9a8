package dev.tidemark.golang.types;

/** The predeclared types that are not made of others, and those of constants without type. */
public enum Basic implements Type {
  BOOL("bool", Basic.BOOLEAN),
  INT("int", Basic.INTEGER),
  INT8("int8", Basic.INTEGER),
  INT16("int16", Basic.INTEGER),
  INT32("int32", Basic.INTEGER),
  INT64("int64", Basic.INTEGER),
  UINT("uint", Basic.INTEGER | Basic.UNSIGNED),
  UINT8("uint8", Basic.INTEGER | Basic.UNSIGNED),
  UINT16("uint16", Basic.INTEGER | Basic.UNSIGNED),
  UINT32("uint32", Basic.INTEGER | Basic.UNSIGNED),
  UINT64("uint64", Basic.INTEGER | Basic.UNSIGNED),
  UINTPTR("uintptr", Basic.INTEGER | Basic.UNSIGNED),
  FLOAT32("float32", Basic.FLOAT),
  FLOAT64("float64", Basic.FLOAT),
  COMPLEX64("complex64", Basic.COMPLEX),
  COMPLEX128("complex128", Basic.COMPLEX),
  STRING("string", Basic.TEXT),
  UNSAFE_POINTER("unsafe.Pointer", 0),
  /** The same type as {@link #UINT8}, by its other name. */
  BYTE("byte", Basic.INTEGER | Basic.UNSIGNED),
  /** The same type as {@link #INT32}, by its other name. */
  RUNE("rune", Basic.INTEGER),
  UNTYPED_BOOL("untyped bool", Basic.BOOLEAN | Basic.UNTYPED),
  UNTYPED_INT("untyped int", Basic.INTEGER | Basic.UNTYPED),
  UNTYPED_RUNE("untyped rune", Basic.INTEGER | Basic.UNTYPED),
  UNTYPED_FLOAT("untyped float", Basic.FLOAT | Basic.UNTYPED),
  UNTYPED_COMPLEX("untyped complex", Basic.COMPLEX | Basic.UNTYPED),
  UNTYPED_STRING("untyped string", Basic.TEXT | Basic.UNTYPED),
  UNTYPED_NIL("untyped nil", Basic.UNTYPED);

  private static final int BOOLEAN = 1;
  private static final int INTEGER = 2;
  private static final int UNSIGNED = 4;
  private static final int FLOAT = 8;
  private static final int COMPLEX = 16;
  private static final int TEXT = 32;
  private static final int UNTYPED = 64;

  private final String text;
  private final int properties;

  Basic(String text, int properties) {
    this.text = text;
    this.properties = properties;
  }

  /** As Go writes it. */
  public String text() {
    return text;
  }

  public boolean isBoolean() {
    return (properties & BOOLEAN) != 0;
  }

  public boolean isInteger() {
    return (properties & INTEGER) != 0;
  }

  public boolean isUnsigned() {
    return (properties & UNSIGNED) != 0;
  }

  public boolean isFloat() {
    return (properties & FLOAT) != 0;
  }

  public boolean isComplex() {
    return (properties & COMPLEX) != 0;
  }

  public boolean isNumeric() {
    return (properties & (INTEGER | FLOAT | COMPLEX)) != 0;
  }

  public boolean isString() {
    return (properties & TEXT) != 0;
  }

  public boolean isUntyped() {
    return (properties & UNTYPED) != 0;
  }

  /** The type under its first name. */
  public Basic canonical() {
    return switch (this) {
      case BYTE -> UINT8;
      case RUNE -> INT32;
      default -> this;
    };
  }

  /** What an untyped value becomes where nothing else is asked of it; nil stays what it is. */
  public Basic defaultType() {
    return switch (this) {
      case UNTYPED_BOOL -> BOOL;
      case UNTYPED_INT -> INT;
      case UNTYPED_RUNE -> RUNE;
      case UNTYPED_FLOAT -> FLOAT64;
      case UNTYPED_COMPLEX -> COMPLEX128;
      case UNTYPED_STRING -> STRING;
      default -> this;
    };
  }
}
