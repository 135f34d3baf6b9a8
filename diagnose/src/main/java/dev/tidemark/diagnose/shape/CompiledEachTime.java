package dev.tidemark.diagnose.shape;

/**
 * A template, pattern or program compiled for each request and kept.
 *
 * <pre>{@code
 * t := layout.New(requestID)          var letter = template.Must(
 * t, err := t.Parse(text)  // found       template.New("letter").Parse(text))
 * return t.Execute(w, data)           …
 *                                     return letter.Execute(w, data)  // fine
 * }</pre>
 */
final class CompiledEachTime implements Shape {
  private static final Functions CALLS =
      Functions.of(
          "text/template.(*Template).Parse",
          "text/template.(*Template).AddParseTree",
          "text/template/parse.",
          "html/template.(*Template).Parse",
          "html/template.(*Template).Clone",
          "regexp.compile",
          "regexp/syntax.",
          "github.com/expr-lang/expr.Compile",
          "github.com/antonmedv/expr.Compile",
          "github.com/Knetic/govaluate.New",
          "github.com/google/cel-go/cel.(*Env).",
          "github.com/itchyny/gojq.",
          "github.com/dop251/goja.Compile",
          "github.com/xeipuu/gojsonschema.",
          "github.com/santhosh-tekuri/jsonschema/");

  @Override
  public String name() {
    return "compiled-each-time";
  }

  @Override
  public String title() {
    return "templates, patterns or programs are compiled again and again, and kept";
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.calls(CALLS);
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.inCallerOf(
        seen,
        CALLS,
        "compile once, at start or per distinct text in a bounded cache{in}; pass what varies as data");
  }
}
