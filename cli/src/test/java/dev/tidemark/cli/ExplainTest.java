package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Rules;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ExplainTest {
  @Test
  void eachRuleHasAPageWithBothSides() {
    for (RuleInfo rule : Rules.infos()) {
      assertThat(Explain.page(rule.id()))
          .as(rule.id())
          .startsWith("# " + rule.id() + "\n")
          .contains("\n## Found\n", "\n## Fine\n", "\n## When this is not a leak\n");
    }
  }

  @Test
  void aRuleIsExplainedInBothFormats() {
    assertThat(Run.of("explain", "lost-cancel").out())
        .contains("defer cancel()")
        .endsWith("class leak, CWE-404\n");
    JsonNode json =
        new ObjectMapper().readTree(Run.of("explain", "lost-cancel", "--format", "json").out());
    assertThat(json.get("cwe").asInt()).isEqualTo(404);
    assertThat(Run.of("explain", "lost-cancle").err()).contains("lost-cancel");
  }

  @Test
  void allRulesAreListed() {
    JsonNode json = new ObjectMapper().readTree(Run.of("rules", "--format", "json").out());
    assertThat(json.get("rules").size()).isEqualTo(Rules.infos().size());
    assertThat(Run.of("rules").out()).contains("leak     lost-cancel ");
  }
}
