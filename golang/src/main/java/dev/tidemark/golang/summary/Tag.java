package dev.tidemark.golang.summary;

/** What kind of type follows. New ones are added at the end. */
enum Tag {
  UNKNOWN,
  NAMED_UNKNOWN,
  BASIC,
  UNIVERSE,
  REFERENCE,
  POINTER,
  SLICE,
  ARRAY,
  MAP,
  CHAN,
  STRUCT,
  SIGNATURE,
  INTERFACE,
  UNION,
  TYPE_PARAM,
  EMPTY_INTERFACE;

  private static final Tag[] ALL = values();

  static Tag of(Input in) {
    return ALL[in.below(ALL.length)];
  }
}
