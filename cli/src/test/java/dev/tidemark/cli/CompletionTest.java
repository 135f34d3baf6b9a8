package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {
  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void knowsEveryCommandAndOption(String shell) {
    Run run = Run.of("completion", shell);
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    for (CommandName name : CommandName.values()) {
      assertThat(run.out()).contains(name.word());
      for (Syntax.Option option : name.load().syntax().options()) {
        assertThat(run.out()).contains(option.name().substring(2));
        assertThat(run.out()).contains(String.join(" ", option.choices()));
      }
    }
  }

  @Test
  void refusesAnotherShell() {
    assertThat(Run.of("completion", "csh").err())
        .startsWith("tidemark: completion: SHELL is one of bash, zsh, fish, not `csh`");
  }
}
