package dev.tidemark.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * Below the line of ARCHITECTURE.md everything is values: what it needs of the world is handed in.
 */
class PurityTest {
  private static final String[] PURE = {
    "dev.tidemark.profile..",
    "dev.tidemark.series..",
    "dev.tidemark.golang..",
    "dev.tidemark.scan..",
    "dev.tidemark.detect..",
    "dev.tidemark.diagnose..",
    "dev.tidemark.report.."
  };

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.tidemark");

  @Test
  void touchesNoClock() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis"));
  }

  @Test
  void touchesNoEnvironment() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err"));
  }

  @Test
  void touchesNoFileNetworkOrThread() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Files.class, java.io.File.class, Thread.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.util.logging.."));
  }

  @Test
  void standsOnNothingButTheJdk() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "dev.tidemark.profile..",
                "dev.tidemark.series..",
                "dev.tidemark.golang..",
                "dev.tidemark.scan..",
                "dev.tidemark.detect..",
                "dev.tidemark.diagnose..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "dev.tidemark..", "org.jspecify.."));
  }

  @Test
  void namesNoRoomAfterItsLayer() {
    check(
        noClasses()
            .should()
            .resideInAnyPackage("..impl..", "..util..", "..model..", "..service.."));
  }

  private void check(ArchRule rule) {
    rule.check(classes);
  }
}
