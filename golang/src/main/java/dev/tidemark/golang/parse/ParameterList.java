package dev.tidemark.golang.parse;

import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Field;
import dev.tidemark.golang.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of a list of parameters, results or type parameters. Whether {@code a, b} are names
 * or types is known only at the end: if any entry has both a name and a type, all have.
 */
final class ParameterList {
  private final Types types;
  private final TokenStream in;
  private boolean isTypeParameters;

  /** One entry: a name, a type or both. */
  private record Entry(Expr.Ident name, Expr type) {
    int from() {
      return name.isNone() ? type.from() : name.from();
    }
  }

  ParameterList(Types types) {
    this.types = types;
    in = types.in;
  }

  /**
   * @param firstName a name that was passed already, or none
   * @param firstType the type behind it that was passed already, or none
   */
  List<Field> read(Expr.Ident firstName, Expr firstType, Token closing) {
    isTypeParameters = closing == Token.RBRACK;
    List<Entry> entries = new ArrayList<>();
    int named = 0;
    int typed = 0;
    Expr.Ident name = firstName;
    Expr type = firstType;
    while (!name.isNone() || !in.token.equals(closing) && !types.at(Token.EOF)) {
      Entry entry = type.isNone() ? entry(name) : new Entry(name, types.typeSet(type));
      name = Expr.Ident.NO_NAME;
      type = Expr.NONE;
      if (!entry.name.isNone() && !entry.type.isNone()) {
        named++;
      } else if (!entry.type.isNone()) {
        typed++;
      }
      entries.add(entry);
      if (!types.atComma(isTypeParameters ? "type parameter list" : "parameter list", closing)) {
        break;
      }
      in.next();
    }
    if (entries.isEmpty()) {
      return List.of();
    }
    List<Field> fields;
    if (named == 0) {
      fields = unnamed(entries, typed == 0);
    } else {
      fields = grouped(named == entries.size() ? entries : distributed(entries, typed == 0));
    }
    checkVariadic(fields);
    return fields;
  }

  /** Only the last parameter may stand for any number of arguments. */
  private void checkVariadic(List<Field> fields) {
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      boolean isLast = i + 1 == fields.size() && field.names().size() <= 1;
      if (field.type() instanceof Expr.Ellipsis variadic && (isTypeParameters || !isLast)) {
        types.errors.error(
            variadic.from(),
            isTypeParameters ? "invalid use of ..." : "can only use ... with final parameter");
        return;
      }
    }
  }

  private Entry entry(Expr.Ident passed) {
    if (!passed.isNone() || types.at(Token.IDENT)) {
      return entryOfName(passed.isNone() ? types.ident() : passed);
    }
    Expr type;
    switch (in.token) {
      case ELLIPSIS -> type = variadic();
      case TILDE, MUL, FUNC, LBRACK, CHAN, ARROW, MAP, STRUCT, INTERFACE, LPAREN ->
          type = isTypeParameters ? types.typeSet(Expr.NONE) : types.type();
      default -> {
        int from = in.from;
        types.errorExpected(from, "')'");
        types.advanceToExpressionEnd();
        type = new Expr.BadExpr(from, in.from);
      }
    }
    return new Entry(Expr.Ident.NO_NAME, type);
  }

  private Entry entryOfName(Expr.Ident name) {
    switch (in.token) {
      case LBRACK -> {
        Expr type = arrayOrInstance(name);
        return type instanceof Expr.IndexExpr || type instanceof Expr.IndexListExpr
            ? new Entry(Expr.Ident.NO_NAME, typeSetIfAllowed(type))
            : new Entry(name, typeSetIfAllowed(type));
      }
      case PERIOD -> {
        Expr type = types.typeName(name);
        if (types.at(Token.LBRACK)) {
          type = types.typeInstance(type);
        }
        return new Entry(Expr.Ident.NO_NAME, typeSetIfAllowed(type));
      }
      case TILDE -> {
        return isTypeParameters
            ? new Entry(name, types.typeSet(Expr.NONE))
            : new Entry(name, Expr.NONE);
      }
      case OR -> {
        return isTypeParameters
            ? new Entry(Expr.Ident.NO_NAME, types.typeSet(name))
            : new Entry(name, Expr.NONE);
      }
      case ELLIPSIS -> {
        return new Entry(name, variadic());
      }
      case IDENT, MUL, FUNC, CHAN, ARROW, MAP, STRUCT, INTERFACE, LPAREN -> {
        return new Entry(name, isTypeParameters ? types.typeSet(Expr.NONE) : types.type());
      }
      default -> {
        return new Entry(name, Expr.NONE);
      }
    }
  }

  private Expr typeSetIfAllowed(Expr type) {
    return isTypeParameters && types.at(Token.OR) ? types.typeSet(type) : type;
  }

  private Expr variadic() {
    int from = in.from;
    in.next();
    Expr type = types.tryType();
    if (type.isNone()) {
      types.errorExpected(in.from, "type");
      type = new Expr.BadExpr(from, in.from);
    }
    return new Expr.Ellipsis(from, type.to(), type);
  }

  /** Behind a name: {@code name []T}, {@code name [N]T}, or the type {@code name[A]}. */
  private Expr arrayOrInstance(Expr.Ident name) {
    int opening = types.expect(Token.LBRACK);
    if (types.got(Token.RBRACK)) {
      Expr element = types.type();
      return new Expr.ArrayType(opening, element.to(), Expr.NONE, element);
    }
    List<Expr> arguments = new ArrayList<>();
    if (types.at(Token.ELLIPSIS)) {
      arguments.add(new Expr.Ellipsis(in.from, in.from + 3, Expr.NONE));
      in.next();
    } else {
      types.expressionLevel++;
      arguments.add(types.expressionOrType());
      while (types.got(Token.COMMA)) {
        if (types.at(Token.RBRACK)) {
          break;
        }
        arguments.add(types.expressionOrType());
      }
      types.expressionLevel--;
    }
    int closing = types.expect(Token.RBRACK);
    if (arguments.size() == 1) {
      Expr element = types.tryType();
      if (!element.isNone()) {
        return new Expr.ArrayType(opening, element.to(), arguments.getFirst(), element);
      }
    }
    return Types.index(name, arguments, closing + 1);
  }

  /**
   * All are types.
   *
   * @param areNames whether each looks like a name, so that what is missing is the types
   */
  private List<Field> unnamed(List<Entry> entries, boolean areNames) {
    List<Field> fields = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      fields.add(Field.of(List.of(), entry.type.isNone() ? entry.name : entry.type));
    }
    if (isTypeParameters) {
      missing(areNames, entries, entries.getFirst().from());
    }
    return List.copyOf(fields);
  }

  /** Names without a type have that of the next one with both. */
  private List<Entry> distributed(List<Entry> entries, boolean allTypesAreNamed) {
    List<Entry> distributed = new ArrayList<>(entries);
    Expr type = Expr.NONE;
    int wrongAt = -1;
    for (int i = distributed.size() - 1; i >= 0; i--) {
      Entry entry = distributed.get(i);
      if (!entry.type.isNone()) {
        type = entry.type;
        if (entry.name.isNone()) {
          wrongAt = entry.from();
          distributed.set(i, new Entry(new Expr.Ident(wrongAt, wrongAt + 1, "_"), type));
        }
      } else if (!type.isNone()) {
        distributed.set(i, new Entry(entry.name, type));
      } else {
        wrongAt = entry.from();
        distributed.set(i, new Entry(entry.name, new Expr.BadExpr(wrongAt, in.from)));
      }
    }
    if (wrongAt >= 0) {
      missing(allTypesAreNamed, entries, wrongAt);
    }
    return distributed;
  }

  private void missing(boolean isType, List<Entry> entries, int nameAt) {
    if (isType) {
      types.errors.error(
          in.from, isTypeParameters ? "missing type constraint" : "missing parameter type");
    } else if (isTypeParameters) {
      types.errors.error(
          nameAt,
          "missing type parameter name" + (entries.size() == 1 ? " or invalid array length" : ""));
    } else {
      types.errors.error(nameAt, "missing parameter name");
    }
  }

  /** Neighbours that share a type are one field. */
  private static List<Field> grouped(List<Entry> entries) {
    List<Field> fields = new ArrayList<>();
    List<Expr.Ident> names = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      names.add(entries.get(i).name);
      if (i + 1 == entries.size() || entries.get(i + 1).type != entries.get(i).type) {
        fields.add(Field.of(List.copyOf(names), entries.get(i).type));
        names = new ArrayList<>();
      }
    }
    return List.copyOf(fields);
  }
}
