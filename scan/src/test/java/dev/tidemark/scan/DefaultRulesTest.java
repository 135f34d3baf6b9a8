package dev.tidemark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DefaultRulesTest {
  @Test
  void hardeningIsOffUnlessAskedFor() {
    assertThat(Rules.infos()).extracting(RuleInfo::id).doesNotHaveDuplicates();
    assertThat(Rules.offByDefault())
        .containsExactlyInAnyOrder(
            "redirect-from-request",
            "headers-logged",
            "forwarded-header-trusted",
            "profiles-public",
            "security-headers-missing");
  }
}
