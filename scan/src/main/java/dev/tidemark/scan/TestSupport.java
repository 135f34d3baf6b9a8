package dev.tidemark.scan;

import dev.tidemark.golang.check.SourcePackage.TypedFile;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.QualifiedName;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Files that only tests use: tests themselves, and the fakes and helpers that stand beside them.
 */
public final class TestSupport {
  private static final Set<String> LIBRARIES =
      Set.of(
          "\"testing\"",
          "\"github.com/stretchr/testify/mock\"",
          "\"github.com/stretchr/testify/require\"",
          "\"github.com/golang/mock/gomock\"",
          "\"go.uber.org/mock/gomock\"");

  /** As {@code storagefakes}, {@code mocks} or {@code testutil}. */
  private static final Pattern PACKAGE =
      Pattern.compile(".*((mock|fake)s?|/test(utils?|helpers?))");

  /** As {@code test/e2e} or {@code internal/storetest}. */
  private static final Pattern FOLDER =
      Pattern.compile("(^|/)(e2e|integration|tests?|(?!attest|contest|latest)[a-z0-9]+test)/");

  /** As {@code store_test.go}, {@code mock_store.go} or {@code store_mock.go}. */
  private static final Pattern FILE =
      Pattern.compile(
          ".*(_test\\.go|/(mock|fake)_\\w*\\.go|_(mock|fake)s?\\.go|/test_?(utils?|helpers?)\\.go)");

  /** As {@code mockStore}, {@code FakeClock} or {@code StoreMock}. */
  private static final Pattern TYPE =
      Pattern.compile("([mM]ock|[fF]ake|[sS]tub|[dD]ummy)[A-Z_].*|.*[a-z](Mock|Fake|Stub)");

  private final Set<String> files = new HashSet<>();

  private TestSupport(Unit unit) {
    boolean isSupport = PACKAGE.matcher(unit.path()).matches();
    for (TypedFile file : unit.files()) {
      String path = file.unit().path();
      if (isSupport || FILE.matcher(path).matches() || Imports.any(file, LIBRARIES::contains)) {
        files.add(path);
      }
    }
  }

  public static TestSupport of(Unit unit) {
    return unit.once(TestSupport.class, () -> new TestSupport(unit));
  }

  public boolean has(Body body) {
    return has(body.file())
        || body.signature().receiver().stream()
            .map(receiver -> QualifiedName.of(receiver.type()))
            .anyMatch(name -> isDouble(name.substring(name.lastIndexOf('.') + 1)));
  }

  /**
   * Whether a file is no test itself, but there for tests: what it leaves ends with them.
   *
   * @param folder within the module
   */
  boolean isHelper(String file, String folder) {
    return !file.endsWith("_test.go") && (has(file) || FOLDER.matcher(folder + "/").find());
  }

  /** Whether a type stands in for another in tests, by its name. */
  public static boolean isDouble(String type) {
    return TYPE.matcher(type).matches();
  }

  public boolean has(String file) {
    return files.contains(file);
  }
}
