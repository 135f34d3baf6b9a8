package dev.tidemark.golang.types;

/** The functions of the language, and those of package unsafe. */
public record Builtin(Function function) implements Symbol {
  /** Which one. */
  public enum Function {
    APPEND("append"),
    CAP("cap"),
    CLEAR("clear"),
    CLOSE("close"),
    COMPLEX("complex"),
    COPY("copy"),
    DELETE("delete"),
    IMAG("imag"),
    LEN("len"),
    MAKE("make"),
    MAX("max"),
    MIN("min"),
    NEW("new"),
    PANIC("panic"),
    PRINT("print"),
    PRINTLN("println"),
    REAL("real"),
    RECOVER("recover"),
    UNSAFE_ADD("Add"),
    UNSAFE_ALIGNOF("Alignof"),
    UNSAFE_OFFSETOF("Offsetof"),
    UNSAFE_SIZEOF("Sizeof"),
    UNSAFE_SLICE("Slice"),
    UNSAFE_SLICE_DATA("SliceData"),
    UNSAFE_STRING("String"),
    UNSAFE_STRING_DATA("StringData");

    private final String text;

    Function(String text) {
      this.text = text;
    }

    /** As it is written, without its package. */
    public String text() {
      return text;
    }

    public boolean isUnsafe() {
      return ordinal() >= UNSAFE_ADD.ordinal();
    }
  }

  @Override
  public String name() {
    return function.text();
  }

  @Override
  public Package pkg() {
    return function.isUnsafe() ? Universe.UNSAFE : Package.NONE;
  }

  @Override
  public Place place() {
    return Place.NONE;
  }

  @Override
  public Type type() {
    return Unknown.UNKNOWN;
  }
}
