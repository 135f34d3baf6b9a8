package dev.tidemark.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What a command may not do, so that it can be run twice in one JVM and read by a test. */
@AnalyzeClasses(packagesOf = Main.class, importOptions = DoNotIncludeTests.class)
class CliRulesTest {
  @ArchTest
  static final ArchRule TALKS_THROUGH_THE_CONSOLE = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule HAS_NO_STATIC_STATE = fields().that().areStatic().should().beFinal();
}
