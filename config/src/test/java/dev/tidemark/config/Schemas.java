package dev.tidemark.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema, and what it says of a file. */
final class Schemas {
  static final Path FILE = Path.of("..", "docs", "schemas", "tidemark-yaml-1.json");

  private static final Pattern END_OF_PATTERN =
      Pattern.compile("(\"pattern\"\\s*:\\s*\"[^\"\n]*)\\$\"");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Schema SCHEMA = schema();

  private Schemas() {}

  private static Schema schema() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JSON.readTree(asJava(Files.readString(FILE))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * JSON Schema's {@code $} is ECMAScript's, the end alone; Java's also holds before a last line
   * break.
   */
  private static String asJava(String schema) {
    return END_OF_PATTERN.matcher(schema).replaceAll("$1\\\\\\\\z\"");
  }

  /** Whether a file is YAML that the schema allows. */
  static boolean allow(byte[] file) {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(20)
            .build();
    Object loaded;
    try {
      loaded = new Load(settings).loadFromString(new String(file, UTF_8));
    } catch (YamlEngineException | StackOverflowError malformed) {
      return false;
    }
    try {
      JsonNode json = JSON.valueToTree(loaded);
      return SCHEMA.validate(json).isEmpty();
    } catch (JacksonException notJson) {
      // A key that is null, or a number beyond the validator's own range.
      return false;
    }
  }
}
