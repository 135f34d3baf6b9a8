package dev.tidemark.golang.check;

/** What an expression denotes. */
public enum Mode {
  /** It can't be told, not even whether it is a value or a type. */
  UNKNOWN,
  /** A call without result. */
  NO_VALUE,
  BUILTIN,
  TYPE,
  CONSTANT,
  /** Addressable. */
  VARIABLE,
  MAP_INDEX,
  VALUE,
  /** A receive or type assertion: gives a second value, if asked, that says whether it worked. */
  COMMA_OK
}
