package dev.tidemark.profile.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          main.main                                         | main             |          | main          |
          net/http.(*conn).serve                            | net/http         | *conn    | serve         |
          time.Time.String                                  | time             | Time     | String        |
          gopkg.in/yaml%2ev3.Unmarshal                      | gopkg.in/yaml.v3 |          | Unmarshal     |
          gopkg.in/yaml.v3.(*Decoder).Decode                | gopkg.in/yaml.v3 | *Decoder | Decode        |
          main.(*Cache[...]).Fill.func1.2                   | main             | *Cache   | Fill          | func1,2
          a.b/shop.Map[go.shape.struct { x/y.z int }].func1 | a.b/shop         |          | Map           | func1
          main.init.0.func1                                 | main             |          | init.0        | func1
          main.init.func2                                   | main             |          | init          | func2
          main.glob..func1                                  | main             |          | init          | func1
          main.main.init.0.func1                            | main             |          | init.0        | func1
          a/b.(*T).Serve-fm                                 | a/b              | *T       | Serve         |
          a/b.Walk-range1                                   | a/b              |          | Walk          | range1
          a/b.Walk.func2-range1                             | a/b              |          | Walk          | func2,range1
          a/b.Run.gowrap1                                   | a/b              |          | Run           | gowrap1
          a/b.Run.deferwrap2                                | a/b              |          | Run           | deferwrap2
          main.main.NewAudit.func3                          | main             |          | NewAudit      | func3
          main.foo.foo.func1.foo.foo.func1.func2.func3      | main             |          | foo           | func1,func2,func3
          a/b.Serve.(*T).Keep.func1                         | a/b              | *T       | Keep          | func1
          a/b.(*T).Keep.clean.func1                         | a/b              |          | clean         | func1
          type:.eq.[2]string                                |                  |          | type:.eq.[2]string |
          type..eq.main.T                                   |                  |          | type..eq.main.T    |
          memeqbody                                         |                  |          | memeqbody     |
          _cgo_3f_Cfunc_malloc                              |                  |          | _cgo_3f_Cfunc_malloc |
          main._Cfunc_malloc                                | main             |          | _Cfunc_malloc |
          """)
  void namesAreTakenApart(
      String text, String packagePath, String receiver, String function, String closure) {
    FunctionName name = FunctionName.parse(text);
    assertThat(name.packagePath()).isEqualTo(packagePath == null ? "" : packagePath);
    assertThat(name.receiver()).isEqualTo(receiver == null ? "" : receiver);
    assertThat(name.function()).isEqualTo(function);
    assertThat(String.join(",", name.closure())).isEqualTo(closure == null ? "" : closure);
  }

  @ParameterizedTest
  @CsvSource({
    "main.F.func1, main.F.func7",
    "main.F.func1.2, main.F.func3.func1",
    "main.foo.foo.func1.func2, main.foo.func1.1",
    "main.main.NewAudit.func3, main.NewAudit.func1",
    "main.glob..func1, main.init.func4",
    "a/b.(*T[...]).M.func1, a/b.(*T[go.shape.int]).M.func2",
    "a/b.F-range1.func2, a/b.F.func1",
    "a/b.Run.gowrap1, a/b.Run.gowrap4",
    "gopkg.in/yaml%2ev3.F, gopkg.in/yaml.v3.F",
    "a/b.Serve.(*T).Keep.func1, a/b.(*T).Keep.func1",
  })
  void oneClosureHasOneNormalizedNameWhateverItsNumber(String one, String other) {
    assertThat(FunctionName.parse(one).normalized())
        .isEqualTo(FunctionName.parse(other).normalized());
  }

  @Test
  void differentPiecesOfSourceKeepDifferentNames() {
    assertThat(
            List.of(
                "main.F",
                "main.F.func1",
                "main.F.func1.1",
                "main.F-range1",
                "main.F.gowrap1",
                "main.F.deferwrap1",
                "main.(*T).F",
                "main.T.F",
                "main.F-fm",
                "other.F"))
        .extracting(name -> FunctionName.parse(name).normalized())
        .doesNotHaveDuplicates();
  }

  @Test
  void whatAnOlderGoLeavesOpenIsLeftOpen() {
    FunctionName inlined = FunctionName.parse("a/b.Serve.NewAudit.func3");
    assertThat(inlined.mayBeSameAs(FunctionName.parse("a/b.NewAudit.func1"))).isTrue();
    assertThat(inlined.mayBeSameAs(FunctionName.parse("a/audit.NewAudit.func1"))).isTrue();
    assertThat(inlined.mayBeSameAs(FunctionName.parse("a/b.NewAudit.func1.1"))).isFalse();
    assertThat(inlined.mayBeSameAs(FunctionName.parse("a/b.(*T).NewAudit.func1"))).isFalse();
    assertThat(inlined.mayBeSameAs(FunctionName.parse("a/b.NewAudit"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "net/http.(*conn).serve, http.(*conn).serve",
    "github.com/labstack/echo/v5.New.func1, echo.New.func1",
    "gopkg.in/yaml%2ev3.Unmarshal, yaml.Unmarshal",
    "a/b.Walk-range1, b.Walk-range1",
    "a/b.(*T[go.shape.int]).M, b.(*T[...]).M",
    "memeqbody, memeqbody",
  })
  void shortNamesShowThePackageAsItIsCalledInCode(String text, String shortName) {
    assertThat(FunctionName.parse(text).shortName()).isEqualTo(shortName);
  }

  @Test
  void noTextIsTooStrange() {
    for (String text :
        List.of(
            "",
            ".",
            "..",
            "a.",
            ".a",
            "/",
            "a/",
            "a/.",
            "(",
            ")",
            "[",
            "]",
            "a.(",
            "a.)",
            "a.(*",
            "a.[",
            "a.]x[",
            "a.F[.func1",
            "a.-range",
            "a.F-range-range1",
            "%",
            "%2",
            "a%zz.F",
            "a.func1",
            "a.1",
            "std::vector<int>::push(int)",
            "-fm",
            "a.-fm",
            "a.glob.",
            "a..b")) {
      FunctionName name = FunctionName.parse(text);
      assertThat(name.text()).isEqualTo(text);
      assertThat(name.normalized()).isNotNull();
      assertThat(name.shortName()).isNotNull();
      assertThat(name.mayBeSameAs(name)).isTrue();
    }
  }

  @Test
  void aHugeNameTakesLinearTime() {
    for (String piece : List.of("a.", "-range1", "[", "(", "%2e", "/", ".func1", "]", "a/b.")) {
      FunctionName name = FunctionName.parse("p." + piece.repeat(300_000));
      assertThat(name.normalized()).isNotEmpty();
    }
  }
}
