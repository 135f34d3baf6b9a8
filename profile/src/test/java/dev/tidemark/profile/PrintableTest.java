package dev.tidemark.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void namesOfAllScriptsStayAsTheyAre() {
    String name = "caf\u00e9.\u05e9\u05dc\u05d5\u05dd.\u4f60\u597d(\u2026)";
    assertThat(Printable.of(name)).isSameAs(name);
  }

  @Test
  void controlsAreReplaced() {
    assertThat(Printable.of("a\u001b[2Jb\u009bc\nd\u007f"))
        .isEqualTo("a\ufffd[2Jb\ufffdc\ufffdd\ufffd");
  }

  @Test
  void whatTurnsTheDirectionOrBreaksALineIsReplaced() {
    for (int c :
        new int[] {0x61c, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069, 0x2028, 0x2029}) {
      assertThat(Printable.of("shop." + (char) c + "resU"))
          .as(Integer.toHexString(c))
          .isEqualTo("shop.\ufffdresU");
    }
    assertThat(new Frame("shop.\u202eresU", "a\u2028b.go", 1))
        .isEqualTo(new Frame("shop.\ufffdresU", "a\ufffdb.go", 1));
  }
}
