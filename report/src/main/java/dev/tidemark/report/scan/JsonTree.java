package dev.tidemark.report.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** JSON of which little is known before: maps, lists, texts, whole numbers as {@code Long}. */
final class JsonTree {
  private JsonTree() {}

  static @Nullable Object of(byte[] bytes) throws SarifReport.Unusable {
    try (JsonParser json = new JsonFactory().createParser(withoutMark(bytes))) {
      if (json.nextToken() == null) {
        throw new SarifReport.Unusable("is empty");
      }
      Object tree = value(json);
      if (json.nextToken() != null) {
        throw new SarifReport.Unusable("has more behind its end");
      }
      return tree;
    } catch (JacksonException e) {
      var where = e.getLocation();
      throw new SarifReport.Unusable(
          "is no JSON" + (where == null ? "" : " in line " + where.getLineNr()));
    }
  }

  /** Some tools begin with a byte order mark. */
  private static byte[] withoutMark(byte[] bytes) {
    boolean hasMark =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return hasMark ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }

  private static @Nullable Object value(JsonParser json) {
    return switch (json.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> map = new HashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = json.currentName();
          json.nextToken();
          map.put(name, value(json));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(json));
        }
        yield list;
      }
      case VALUE_STRING -> json.getString();
      case VALUE_NUMBER_INT -> whole(json.getString());
      default -> null;
    };
  }

  private static @Nullable Object whole(String digits) {
    try {
      return Long.valueOf(digits);
    } catch (NumberFormatException tooLarge) {
      return null;
    }
  }
}
