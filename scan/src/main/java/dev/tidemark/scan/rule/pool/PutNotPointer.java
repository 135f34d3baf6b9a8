package dev.tidemark.scan.rule.pool;

import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Type;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.List;

/**
 * What goes into a pool by value: an interface holds a pointer to a copy, allocated by each Put.
 */
public final class PutNotPointer implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "pool-put-not-pointer",
          LeakClass.HYGIENE,
          "a pool is given a slice or struct by value, which each Put allocates anew",
          0,
          "put a pointer to it");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachCall((body, put) -> {
      if (put.name().equals("sync.Pool.Put") && put.node().arguments().size() == 1) {
        Type type = body.info().type(put.node().arguments().getFirst());
        if (isCopied(type.underlying())) {
          out.add(
              INFO,
              body,
              put.node(),
              "each Put allocates: the pool is given a value, not a pointer",
              List.of(new Step(unit.span(body, put.node()), "copied into an interface here")));
        }
      }
    });
  }

  private static boolean isCopied(Type type) {
    return switch (type) {
      case Type.Slice _, Type.Array _ -> true;
      case Struct struct -> !struct.fields().isEmpty();
      case Basic basic -> basic == Basic.STRING;
      default -> false;
    };
  }
}
