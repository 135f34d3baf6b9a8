package dev.tidemark.scan.wait;

import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Unknown;
import java.util.HashMap;
import java.util.Map;

/** What is not known, decided once in a run: the same question gets the same answer. */
final class Guesses {
  private static final int DEEPEST = 5;

  /** Texts that a loop makes longer and longer are not kept. */
  private static final int LONGEST = 1_000;

  /** What counts something unknown is no larger; what is compared with more is likely a code. */
  private static final int LARGEST = 16;

  /** The natural size of what has one: enough to tell one from several. */
  private static final long[] SIZES = {2, 1};

  private final Choices choices;
  private final boolean isStrict;
  private boolean hasGuessed;

  /** One for all that is not known: what has two sizes is likely of one. */
  private long size = -1;

  private final Map<Datum, Boolean> truths = new HashMap<>();

  /**
   * @param isStrict whether only the natural answers count, and others are none: who wrote a test
   *     knows what it does
   */
  Guesses(Choices choices, boolean isStrict) {
    this.choices = choices;
    this.isStrict = isStrict;
  }

  /** Whether something had to be guessed that may not be. */
  boolean hasGuessed() {
    return hasGuessed;
  }

  private int choose(int count) {
    return isStrict ? 0 : choices.choose(count);
  }

  /** One of two ways of which neither is natural. */
  int either() {
    hasGuessed |= isStrict;
    return choose(2);
  }

  /** Of what may be any number, a small one. */
  long number(Datum datum) {
    return switch (datum) {
      case Datum.Whole(long value) -> value;
      case Datum.Term(Token operator, Datum x, Datum y) when isArithmetic(operator) ->
          apply(operator, number(x), number(y));
      default -> {
        if (size < 0) {
          size = SIZES[choose(SIZES.length)];
        }
        yield size;
      }
    };
  }

  boolean isTrue(Datum datum) {
    switch (datum) {
      case Datum.Truth(boolean value) -> {
        return value;
      }
      case Datum.Term(Token operator, Datum x, _) when operator == Token.NOT -> {
        return !isTrue(x);
      }
      case Datum.Term(Token operator, Datum x, Datum y) when operator == Token.NEQ -> {
        return !isTrue(new Datum.Term(Token.EQL, x, y));
      }
      case Datum.Term(Token operator, Datum x, Datum y) when operator == Token.LAND -> {
        return isTrue(x) && isTrue(y);
      }
      case Datum.Term(Token operator, Datum x, Datum y) when operator == Token.LOR -> {
        return isTrue(x) || isTrue(y);
      }
      default -> {}
    }
    Boolean known = truths.get(datum);
    if (known == null) {
      boolean natural = isNatural(datum);
      boolean isChance = isChance(datum);
      hasGuessed |= isStrict && !natural && !isChance;
      int chosen = isChance ? choices.choose(2) : choose(2);
      known = chosen == 0 ? natural : !natural;
      truths.put(datum, known);
    }
    return known;
  }

  private static boolean isChance(Datum datum) {
    return datum instanceof Instance.Chance
        || datum instanceof Datum.Term(_, Datum x, Datum y) && (isChance(x) || isChance(y));
  }

  /** Errors are nil, other things are not, what is asked for is there; nothing else is so. */
  private static boolean isNatural(Datum datum) {
    if (datum instanceof Datum.Term(Token operator, Datum x, Datum y) && operator == Token.EQL) {
      return isError(x) && y.equals(Datum.NIL) || isError(y) && x.equals(Datum.NIL);
    }
    return datum instanceof Datum.Term(Token operator, _, _) && operator == Token.ARROW;
  }

  private static boolean isError(Datum datum) {
    return datum instanceof Instance instance && Kinds.isError(instance.type);
  }

  Datum compute(Token operator, Datum x, Datum y) {
    if (x instanceof Datum.Whole(long first) && y instanceof Datum.Whole(long second)) {
      return isArithmetic(operator)
          ? new Datum.Whole(apply(operator, first, second))
          : compare(operator, Long.compare(first, second), x, y);
    }
    if (x instanceof Datum.Text(String first) && y instanceof Datum.Text(String second)) {
      return operator == Token.ADD
          ? text(first + second)
          : compare(operator, first.compareTo(second), x, y);
    }
    if (operator == Token.FUNC) {
      return length(x, y);
    }
    if (operator == Token.NOT && x instanceof Datum.Truth(boolean value)) {
      return new Datum.Truth(!value);
    }
    if (operator == Token.LAND || operator == Token.LOR) {
      return junction(operator, x, y);
    }
    if (operator == Token.EQL || operator == Token.NEQ) {
      return equal(operator == Token.EQL, x, y);
    }
    return isComparison(operator) ? order(operator, x, y) : term(operator, x, y);
  }

  private static Datum text(String text) {
    return text.length() > LONGEST ? Instances.external(Basic.STRING) : new Datum.Text(text);
  }

  /** An operation; of one that has grown too deep nothing is known. */
  private static Datum term(Token operator, Datum x, Datum y) {
    return depth(x) > DEEPEST || depth(y) > DEEPEST
        ? Instances.external(Unknown.UNKNOWN)
        : new Datum.Term(operator, x, y);
  }

  private static int depth(Datum datum) {
    return datum instanceof Datum.Term(_, Datum x, Datum y) ? 1 + Math.max(depth(x), depth(y)) : 0;
  }

  private static Datum junction(Token operator, Datum x, Datum y) {
    boolean decides = operator == Token.LOR;
    if (x instanceof Datum.Truth(boolean first)) {
      return first == decides ? x : y;
    }
    return new Datum.Term(operator, x, y);
  }

  /** The term that {@code len} gives of what is not known. */
  static Datum lengthOf(Datum over) {
    return isNumber(over)
        ? over
        : new Datum.Term(Token.FUNC, over, new Datum.Whole(Builtin.Function.LEN.ordinal()));
  }

  private static Datum length(Datum x, Datum function) {
    return switch (x) {
      case Instance.Sequence sequence when !sequence.isExternal ->
          new Datum.Whole(sequence.elements.size());
      case Instance.Table table when !table.isExternal -> new Datum.Whole(table.entries.size());
      case Datum.Nil _ -> new Datum.Whole(0);
      case Instance.Channel channel when !channel.isExternal -> {
        boolean isLength = function.equals(new Datum.Whole(Builtin.Function.LEN.ordinal()));
        yield new Datum.Whole(isLength ? channel.buffer.size() : channel.capacity());
      }
      default -> new Datum.Term(Token.FUNC, x, function);
    };
  }

  private Datum equal(boolean isEqual, Datum x, Datum y) {
    if (isNumber(x) && y instanceof Datum.Whole || isNumber(y) && x instanceof Datum.Whole) {
      return order(isEqual ? Token.EQL : Token.NEQ, x, y);
    }
    if (x.equals(y)) {
      return new Datum.Truth(isEqual);
    }
    if (isSurelyOther(x, y) || isSurelyOther(y, x)) {
      return new Datum.Truth(!isEqual);
    }
    Datum same = term(Token.EQL, x, y);
    return isEqual ? same : new Datum.Term(Token.NOT, same, Datum.NIL);
  }

  private static boolean isSurelyOther(Datum x, Datum y) {
    return switch (x) {
      case Instance instance ->
          instance.isPresent && y.equals(Datum.NIL)
              || !instance.isExternal && y instanceof Instance other && !other.isExternal;
      case Datum.Truth _ -> y instanceof Datum.Truth;
      case Datum.Code _,
          Datum.Declared _,
          Datum.Method _,
          Datum.Cancel _,
          Datum.Text _,
          Datum.Whole _ ->
          y.equals(Datum.NIL);
      default -> false;
    };
  }

  private static boolean isNumber(Datum datum) {
    return switch (datum) {
      case Datum.Term(Token operator, _, _) -> operator == Token.FUNC || isArithmetic(operator);
      case Instance instance -> Kinds.isInteger(instance.type);
      default -> false;
    };
  }

  /** What has no type that is known, and is more or less than a number, is one too. */
  private static boolean isOrdered(Datum datum) {
    return isNumber(datum)
        || datum instanceof Instance instance && instance.type instanceof Unknown;
  }

  /** Numbers that are compared with large ones are not guessed: both answers are possible. */
  private Datum order(Token operator, Datum x, Datum y) {
    if (isSmall(x) && isSmall(y)) {
      return compare(operator, Long.compare(number(x), number(y)), x, y);
    }
    return term(operator, x, y);
  }

  private boolean isSmall(Datum datum) {
    if (datum instanceof Datum.Whole(long value)) {
      return value >= -1 && value <= LARGEST;
    }
    return isOrdered(datum);
  }

  private static Datum compare(Token operator, int order, Datum x, Datum y) {
    return switch (operator) {
      case EQL -> new Datum.Truth(order == 0);
      case NEQ -> new Datum.Truth(order != 0);
      case LSS -> new Datum.Truth(order < 0);
      case LEQ -> new Datum.Truth(order <= 0);
      case GTR -> new Datum.Truth(order > 0);
      case GEQ -> new Datum.Truth(order >= 0);
      default -> new Datum.Term(operator, x, y);
    };
  }

  private static boolean isComparison(Token operator) {
    return switch (operator) {
      case EQL, NEQ, LSS, LEQ, GTR, GEQ -> true;
      default -> false;
    };
  }

  private static boolean isArithmetic(Token operator) {
    return switch (operator) {
      case ADD, SUB, MUL, QUO, REM, AND, OR, XOR, AND_NOT -> true;
      default -> false;
    };
  }

  private static long apply(Token operator, long x, long y) {
    return switch (operator) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case QUO -> y == 0 ? 0 : x / y;
      case REM -> y == 0 ? 0 : x % y;
      case AND -> x & y;
      case OR -> x | y;
      case XOR -> x ^ y;
      case AND_NOT -> x & ~y;
      default -> throw new IllegalArgumentException("no arithmetic: " + operator);
    };
  }
}
