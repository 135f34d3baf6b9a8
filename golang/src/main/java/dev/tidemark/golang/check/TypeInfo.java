package dev.tidemark.golang.check;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.types.Selection;
import dev.tidemark.golang.types.Symbol;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Unknown;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What was found out about the expressions of a declaration: types, constants, what names stand
 * for. Not changed any more once it is given out.
 */
public final class TypeInfo {
  private final IdentityTable<Expr, Typed> types = new IdentityTable<>();
  private final IdentityTable<Expr.Ident, Symbol> symbols = new IdentityTable<>();
  private final IdentityTable<Node, Symbol> implicits = new IdentityTable<>();
  private final IdentityTable<Expr.SelectorExpr, Selection> selections = new IdentityTable<>();

  TypeInfo() {}

  /**
   * The type of an expression.
   *
   * @param value of a constant, else {@link Constant#UNKNOWN}
   */
  public record Typed(Mode mode, Type type, Constant value) {
    /** Of what was not looked at, and of what could not be understood. */
    public static final Typed UNKNOWN = new Typed(Mode.UNKNOWN, Unknown.UNKNOWN, Constant.UNKNOWN);
  }

  /** What fills it. */
  Recorder recorder() {
    return new Recorder() {
      @Override
      public void type(Expr expr, Mode mode, Type type, Constant value) {
        types.put(expr, new Typed(mode, type, value));
      }

      @Override
      public void symbol(Expr.Ident name, Symbol symbol) {
        symbols.put(name, symbol);
      }

      @Override
      public void implicit(Node node, Symbol symbol) {
        implicits.put(node, symbol);
      }

      @Override
      public void selection(Expr.SelectorExpr expr, Selection selection) {
        selections.put(expr, selection);
      }
    };
  }

  /** Takes over what was found out about a part. */
  void addAll(TypeInfo part) {
    part.types.forEach(types::put);
    part.symbols.forEach(symbols::put);
    part.implicits.forEach(implicits::put);
    part.selections.forEach(selections::put);
  }

  public Typed typed(Expr expr) {
    Typed known = types.get(expr);
    return known == null ? Typed.UNKNOWN : known;
  }

  public Type type(Expr expr) {
    return typed(expr).type();
  }

  /** What a name declares or uses; nothing where that is not known. */
  public Optional<Symbol> symbol(Expr.Ident name) {
    return Optional.ofNullable(symbols.get(name));
  }

  /** The variable that a case of a type switch declares. */
  public Optional<Symbol> implicit(Node node) {
    return Optional.ofNullable(implicits.get(node));
  }

  /** Which field or method a selector means; nothing for a name of a package. */
  public Optional<Selection> selection(Expr.SelectorExpr expr) {
    return Optional.ofNullable(selections.get(expr));
  }

  /** Every expression that has a type, in no particular order. */
  public void forEachType(BiConsumer<Expr, Typed> visitor) {
    types.forEach(visitor::accept);
  }

  /** Every name that stands for something, in no particular order. */
  public void forEachSymbol(BiConsumer<Expr.Ident, Symbol> visitor) {
    symbols.forEach(visitor::accept);
  }
}
