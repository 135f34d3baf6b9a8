package dev.tidemark.scan.rule.sqlrows;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.types.Type;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.release.Acquisition;
import dev.tidemark.scan.release.Paths;
import dev.tidemark.scan.release.ReleaseRule;
import dev.tidemark.scan.release.Resource;
import java.util.Optional;
import java.util.Set;

/** Something that a library gives together with an error, told by its type. */
abstract class DatabaseRule extends ReleaseRule {
  private final Set<String> types;
  private final Resource resource;

  /**
   * @param types qualified names of what is acquired
   */
  DatabaseRule(RuleInfo info, Set<String> types, Resource resource) {
    super(info);
    this.types = types;
    this.resource = resource;
  }

  @Override
  protected final Optional<Acquisition> acquired(Op.Call call, Body body, Unit unit) {
    boolean isAcquired =
        body.info().type(call.node()) instanceof Type.Tuple tuple
            && tuple.vars().size() == 2
            && types.contains(QualifiedName.of(tuple.vars().getFirst().type()))
            && unit.summaries().body(call.callee()).isEmpty();
    return isAcquired ? Optional.of(Acquisition.of(call, resource, 0, 1)) : Optional.empty();
  }

  /** What a transaction gives ends with that. */
  @Override
  protected LeakClass leakClass(Acquisition acquired, Paths.Lost lost, Body body, Unit unit) {
    return acquired.maker().name().contains(".Tx.")
        ? LeakClass.HYGIENE
        : super.leakClass(acquired, lost, body, unit);
  }
}
