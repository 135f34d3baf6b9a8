package dev.tidemark.profile.pprof;

/** Tags of google/pprof proto/profile.proto: field number and wire type in one number. */
final class Field {
  static final int SAMPLE_TYPE = 1 << 3 | Wire.BYTES;
  static final int SAMPLE = 2 << 3 | Wire.BYTES;
  static final int MAPPING = 3 << 3 | Wire.BYTES;
  static final int LOCATION = 4 << 3 | Wire.BYTES;
  static final int FUNCTION = 5 << 3 | Wire.BYTES;
  static final int STRING = 6 << 3 | Wire.BYTES;
  static final int DROP_FRAMES = 7 << 3 | Wire.VARINT;
  static final int KEEP_FRAMES = 8 << 3 | Wire.VARINT;
  static final int TIME_NANOS = 9 << 3 | Wire.VARINT;
  static final int DURATION_NANOS = 10 << 3 | Wire.VARINT;
  static final int PERIOD_TYPE = 11 << 3 | Wire.BYTES;
  static final int PERIOD = 12 << 3 | Wire.VARINT;
  static final int COMMENT = 13 << 3 | Wire.VARINT;
  static final int COMMENTS_PACKED = 13 << 3 | Wire.BYTES;
  static final int DEFAULT_SAMPLE_TYPE = 14 << 3 | Wire.VARINT;

  static final int VALUE_TYPE_TYPE = 1 << 3 | Wire.VARINT;
  static final int VALUE_TYPE_UNIT = 2 << 3 | Wire.VARINT;

  static final int SAMPLE_LOCATION = 1 << 3 | Wire.VARINT;
  static final int SAMPLE_LOCATIONS_PACKED = 1 << 3 | Wire.BYTES;
  static final int SAMPLE_VALUE = 2 << 3 | Wire.VARINT;
  static final int SAMPLE_VALUES_PACKED = 2 << 3 | Wire.BYTES;
  static final int SAMPLE_LABEL = 3 << 3 | Wire.BYTES;

  static final int LABEL_KEY = 1 << 3 | Wire.VARINT;
  static final int LABEL_TEXT = 2 << 3 | Wire.VARINT;
  static final int LABEL_NUMBER = 3 << 3 | Wire.VARINT;
  static final int LABEL_UNIT = 4 << 3 | Wire.VARINT;

  static final int LOCATION_ID = 1 << 3 | Wire.VARINT;
  static final int LOCATION_MAPPING = 2 << 3 | Wire.VARINT;
  static final int LOCATION_ADDRESS = 3 << 3 | Wire.VARINT;
  static final int LOCATION_LINE = 4 << 3 | Wire.BYTES;

  static final int LINE_FUNCTION = 1 << 3 | Wire.VARINT;
  static final int LINE_LINE = 2 << 3 | Wire.VARINT;

  static final int FUNCTION_ID = 1 << 3 | Wire.VARINT;
  static final int FUNCTION_NAME = 2 << 3 | Wire.VARINT;
  static final int FUNCTION_SYSTEM_NAME = 3 << 3 | Wire.VARINT;
  static final int FUNCTION_FILE = 4 << 3 | Wire.VARINT;
  static final int FUNCTION_START_LINE = 5 << 3 | Wire.VARINT;

  static final int MAPPING_ID = 1 << 3 | Wire.VARINT;
  static final int MAPPING_START = 2 << 3 | Wire.VARINT;
  static final int MAPPING_LIMIT = 3 << 3 | Wire.VARINT;
  static final int MAPPING_OFFSET = 4 << 3 | Wire.VARINT;
  static final int MAPPING_FILE = 5 << 3 | Wire.VARINT;
  static final int MAPPING_BUILD_ID = 6 << 3 | Wire.VARINT;
  static final int MAPPING_HAS_FUNCTIONS = 7 << 3 | Wire.VARINT;
  static final int MAPPING_HAS_FILENAMES = 8 << 3 | Wire.VARINT;
  static final int MAPPING_HAS_LINE_NUMBERS = 9 << 3 | Wire.VARINT;
  static final int MAPPING_HAS_INLINE_FRAMES = 10 << 3 | Wire.VARINT;

  private Field() {}
}
