package dev.tidemark.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.golang.build.Platform;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema allows what the reader accepts, and nothing else. */
class SchemaAgreementTest {
  private static JsonNode scan() throws IOException {
    return JsonMapper.builder()
        .build()
        .readTree(Files.readString(Schemas.FILE))
        .get("properties")
        .get("scan")
        .get("properties");
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> {
      if (one.isString()) {
        texts.add(one.asString());
      }
    });
    return texts;
  }

  /** With {@code -Dgolden.update=true} it gets those that there are. */
  @Test
  void knowsEveryRule() throws IOException {
    List<String> ids = new ArrayList<>(Rules.infos().stream().map(RuleInfo::id).sorted().toList());
    ids.add("others");
    if (Boolean.getBoolean("tidemark.golden.update")) {
      String schema = Files.readString(Schemas.FILE);
      int names = schema.indexOf("\"propertyNames\"");
      int from = schema.indexOf('[', names) + 1;
      String list =
          ids.stream()
              .map(id -> "\n              \"" + id + "\"")
              .collect(Collectors.joining(",", "", "\n            "));
      Files.writeString(
          Schemas.FILE,
          schema.substring(0, from) + list + schema.substring(schema.indexOf(']', from)));
    }
    assertThat(texts(scan().get("rules").get("propertyNames").get("enum"))).isEqualTo(ids);
  }

  @Test
  void knowsEveryPlatform() throws IOException {
    JsonNode build = scan().get("build").get("properties");
    assertThat(texts(build.get("goos").get("enum")))
        .containsExactlyInAnyOrderElementsOf(Platform.KNOWN_OS);
    assertThat(texts(build.get("goarch").get("enum")))
        .containsExactlyInAnyOrderElementsOf(Platform.KNOWN_ARCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "scan:",
        "scan: { fail-on: nothing }",
        "scan: { rules: { lost-cancel: off, others: on } }",
        "scan: { exclude: vendor/ }",
        "scan: { exclude: }",
        "scan: { exclude: ['**/x?.go', a] }",
        "scan: { build: { goarch: 386, goos: windows, cgo: false, tags: netgo } }",
        "scan: { build: { goarch: '386' } }",
        "scan: { limits: { handler-depth: 0, effort: 0x10, timer: 1h1m1s } }",
        "scan: { limits: { effort: 5.0 } }",
        "scan: { tests: True }",
        "scan: { functions: { closes: [a.B, 'c.d/e.(*F[G]).H'], bounds: (*a.b/c.D).E } }"
      })
  void bothAccept(String file) {
    assertThat(TidemarkYamlTest.refused(file.getBytes(UTF_8))).isEmpty();
    assertThat(Schemas.allow(file.getBytes(UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "5",
        "scan: []",
        "scan: { fail-on: }",
        "scan: { fail-on: LEAK }",
        "scan: { fail-on: [leak] }",
        "scan: { rules: { lost-cancel: maybe } }",
        "scan: { rules: { lost-cancel: } }",
        "scan: { rules: { lost-cancel: true } }",
        "scan: { rules: { others: leak } }",
        "scan: { rules: { no-such-rule: off } }",
        "scan: { exclude: 5 }",
        "scan: { exclude: [[a]] }",
        "scan: { exclude: /a }",
        "scan: { exclude: a/../b }",
        "scan: { exclude: '!a' }",
        "scan: { tests: 'true' }",
        "scan: { tests: yes }",
        "scan: { tests: }",
        "scan: { build: { goos: Linux } }",
        "scan: { build: { goarch: x86 } }",
        "scan: { build: { tags: '!cgo' } }",
        "scan: { build: { tags: { a: b } } }",
        "scan: { limits: { handler-depth: -1 } }",
        "scan: { limits: { handler-depth: 101 } }",
        "scan: { limits: { effort: 1.5 } }",
        "scan: { limits: { effort: '2' } }",
        "scan: { limits: { effort: .inf } }",
        "scan: { limits: { effort: 1e999999999 } }",
        "scan: { limits: { timer: 5 } }",
        "scan: { limits: { timer: '' } }",
        "scan: { limits: { timer: 1d } }",
        "scan: { limits: { file-size: 5MB } }",
        "scan: { functions: { closes: drain } }",
        "scan: { functions: { closes: 'a.b c' } }",
        "scan: { functions: { opens: [] } }",
        "scans: {}"
      })
  void bothRefuse(String file) {
    assertThat(TidemarkYamlTest.refused(file.getBytes(UTF_8))).isNotEmpty();
    assertThat(Schemas.allow(file.getBytes(UTF_8))).isFalse();
  }
}
