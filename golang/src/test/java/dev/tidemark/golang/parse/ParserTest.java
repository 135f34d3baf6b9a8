package dev.tidemark.golang.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Spec;
import dev.tidemark.golang.syntax.Stmt;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParserTest {
  @Test
  void aFunctionIsReadWithItsPlaceAndComment() {
    ParsedFile parsed = parse("package p\n\n// F does.\nfunc F(a, b int) error { return nil }\n");
    assertThat(parsed.diagnostics()).isEmpty();
    Decl.FuncDecl function = (Decl.FuncDecl) parsed.file().decls().getFirst();
    assertThat(function.name().name()).isEqualTo("F");
    assertThat(parsed.file().lines().line(function.from())).isEqualTo(4);
    assertThat(function.doc().comments().getFirst().text()).isEqualTo("// F does.");
    assertThat(function.type().parameters().fields().getFirst().names()).hasSize(2);
    assertThat(function.body().statements().getFirst()).isInstanceOf(Stmt.ReturnStmt.class);
  }

  @Test
  void aBracketBehindATypeNameIsALengthOrATypeParameter() {
    assertThat(typeParameters("type T[P any] struct{}")).isEqualTo(1);
    assertThat(typeParameters("type T[P *C,] struct{}")).isEqualTo(1);
    assertThat(typeParameters("type T[P *C|Q] struct{}")).isZero();
    assertThat(typeParameters("type T[P interface{ *C }] struct{}")).isEqualTo(1);
    assertThat(typeParameters("type T[N * 2] int")).isZero();
    assertThat(typeParameters("type T[N] int")).isZero();
    assertThat(typeParameters("type T[K comparable, V any] = map[K]V")).isEqualTo(2);
  }

  @Test
  void aBraceInTheHeadOfAStatementBeginsItsBlock() {
    Stmt.IfStmt choice = (Stmt.IfStmt) statement("if x == (T{}) { }");
    assertThat(choice.condition()).isInstanceOf(Expr.BinaryExpr.class);
    assertThat(((Stmt.IfStmt) statement("if x { }")).condition()).isInstanceOf(Expr.Ident.class);
  }

  @Test
  void whatIsNewIsRead() {
    assertThat(statement("for i := range 10 { }")).isInstanceOf(Stmt.RangeStmt.class);
    assertThat(statement("for range f { }")).isInstanceOf(Stmt.RangeStmt.class);
    assertThat(statement("p := new(42)")).isInstanceOf(Stmt.AssignStmt.class);
    assertThat(statement("x := min(1, 0b1_0, 0o7, 0x1p-2)")).isInstanceOf(Stmt.AssignStmt.class);
  }

  @Test
  void brokenCodeSaysWhereAndWhatWasExpected() {
    ParsedFile parsed = parse("package p\n\nfunc F() {\n\tx := \n}\n\nfunc G() {}\n");
    assertThat(parsed.diagnostics().getFirst())
        .isEqualTo(new Diagnostic(29, 5, 1, "expected operand, found '}'"));
    assertThat(parse("package p\nfunc F( {}\n").diagnostics().getFirst().message())
        .contains("expected");
    assertThat(parse("").diagnostics())
        .containsExactly(new Diagnostic(0, 1, 1, "expected 'package', found 'EOF'"));
  }

  @Test
  void whatIsNoTextIsSaid() {
    assertThat(parse("\uFEFFpackage p\n").diagnostics()).isEmpty();
    assertThat(parse("package p\n\uFEFF").diagnostics().getFirst().message())
        .isEqualTo("illegal byte order mark");
    assertThat(parse("package p // \0\n").diagnostics().getFirst().message())
        .isEqualTo("illegal character NUL");
    byte[] latin = {'p', 'a', 'c', 'k', 'a', 'g', 'e', ' ', 'p', '/', '/', (byte) 0xE9};
    assertThat(Parser.parse(latin).diagnostics().getFirst().message())
        .isEqualTo("illegal UTF-8 encoding");
  }

  @Test
  void carriageReturnsChangeNothing() {
    ParsedFile parsed = parse("package p\r\n\r\nvar x = `a\r\nb` // c\r\n");
    assertThat(parsed.diagnostics()).isEmpty();
    assertThat(parsed.file().comments().getFirst().comments().getFirst().text()).isEqualTo("// c");
  }

  @Test
  void nestingBeyondAllReasonEndsInADiagnostic() {
    for (String open :
        List.of("(", "[]", "{", "func() {", "-", "if x {", "a[", "f(", "*", "chan ")) {
      String text = "package p\nvar x = " + open.repeat(200_000);
      assertThat(parse(text).diagnostics()).as(open).isNotEmpty();
      String inside = "package p\nfunc F() {" + open.repeat(200_000);
      assertThat(parse(inside).diagnostics()).as(open).isNotEmpty();
    }
  }

  @Test
  void aLongChainIsNoNesting() {
    assertThat(parse("package p\nvar x = 1" + " + 1".repeat(5_000) + "\n").diagnostics()).isEmpty();
  }

  private static int typeParameters(String declaration) {
    ParsedFile parsed = parse("package p\n" + declaration + "\n");
    assertThat(parsed.diagnostics()).as(declaration).isEmpty();
    Decl.GenDecl general = (Decl.GenDecl) parsed.file().decls().getFirst();
    return ((Spec.TypeSpec) general.specs().getFirst())
        .typeParameters().fields().stream().mapToInt(field -> field.names().size()).sum();
  }

  private static Stmt statement(String text) {
    ParsedFile parsed = parse("package p\nfunc F() {\n" + text + "\n}\n");
    assertThat(parsed.diagnostics()).as(text).isEmpty();
    return ((Decl.FuncDecl) parsed.file().decls().getFirst()).body().statements().getFirst();
  }

  private static ParsedFile parse(String text) {
    return Parser.parse(text.getBytes(UTF_8));
  }
}
