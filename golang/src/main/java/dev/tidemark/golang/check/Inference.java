package dev.tidemark.golang.check;

import dev.tidemark.golang.types.Implementation;
import dev.tidemark.golang.types.Interface;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Lazy;
import dev.tidemark.golang.types.Resolution;
import dev.tidemark.golang.types.Substitution;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.TypeName;
import dev.tidemark.golang.types.TypeParam;
import dev.tidemark.golang.types.TypeSet;
import dev.tidemark.golang.types.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the type arguments of generic functions (go/types, infer.go; "Type inference" of the spec).
 */
final class Inference {
  private final List<TypeParam> open;
  private final Unifier unifier;

  private Inference(List<TypeParam> open, List<@Nullable Type> known) {
    this.open = open;
    this.unifier = new Unifier(open, known);
  }

  /** Fresh type parameters, so that a function may be called within itself. */
  static List<TypeParam> renamed(List<TypeParam> params, Resolution resolution) {
    List<TypeParam> fresh = new ArrayList<>(params.size());
    for (TypeParam param : params) {
      TypeName old = param.symbol();
      TypeName name =
          new TypeName(
              old.pkg(),
              old.name(),
              old.place(),
              resolution,
              self ->
                  new TypeParam(
                      self,
                      resolution,
                      param.index(),
                      Lazy.by(
                          resolution,
                          () -> Substitution.of(params, fresh).apply(param.constraint()),
                          Unknown.UNKNOWN)));
      fresh.add((TypeParam) name.type());
    }
    return fresh;
  }

  /** Whether a type is made of one of the parameters. */
  static boolean mentions(Type type, List<TypeParam> params) {
    return new Mention(params).in(type);
  }

  /**
   * @param known arguments that are given; null where one is not
   * @param params types of the parameters of the function
   * @param arguments as many
   * @return an argument for each type parameter; nothing if one can't be told
   */
  static Optional<List<Type>> infer(
      List<TypeParam> open,
      List<@Nullable Type> known,
      List<Type> params,
      List<Operand> arguments) {
    if (params.size() != arguments.size()) {
      return Optional.empty();
    }
    if (known.stream().allMatch(type -> type != null)) {
      return Optional.of(known.stream().map(Inference::present).toList());
    }
    return new Inference(open, known).run(known, params, arguments);
  }

  private static Type present(@Nullable Type type) {
    return type == null ? Unknown.UNKNOWN : type;
  }

  private Optional<List<Type>> run(
      List<@Nullable Type> known, List<Type> params, List<Operand> arguments) {
    List<TypeParam> givenParams = new ArrayList<>();
    List<Type> given = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      Type type = known.get(i);
      if (type != null) {
        givenParams.add(open.get(i));
        given.add(type);
      }
    }
    Substitution giving = Substitution.of(givenParams, given);
    List<Integer> untyped = new ArrayList<>();
    List<Type> unclear = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Operand argument = arguments.get(i);
      Type param = giving.apply(params.get(i));
      if (argument.isUnknown() || argument.type() == Unknown.UNKNOWN) {
        unclear.add(param);
        continue;
      }
      if (!mentions(param, open) && !mentions(argument.type(), open)) {
        continue;
      }
      if (Kinds.isTyped(argument.type())) {
        if (!unifier.unify(param, argument.type(), Unifier.ASSIGN)) {
          return Optional.empty();
        }
      } else if (param.unalias() instanceof TypeParam && !argument.isNil()) {
        untyped.add(i);
      }
    }
    if (!constraints()) {
      return Optional.empty();
    }
    if (!untyped(untyped, params, arguments)) {
      return Optional.empty();
    }
    return inferred(unclear);
  }

  /** What constraints say of their parameters, until they say no more. */
  private boolean constraints() {
    while (true) {
      int unknown = unifier.unknown();
      for (TypeParam param : open) {
        if (!constraint(param)) {
          return false;
        }
      }
      if (unifier.unknown() == unknown) {
        return true;
      }
    }
  }

  private boolean constraint(TypeParam param) {
    Type found = unifier.at(param);
    Core core = Core.of(param);
    if (core != null) {
      if (found != null) {
        if (!unifier.unify(found, core.type, 0)) {
          return false;
        }
      } else if (core.isSingle && !core.isTilde) {
        unifier.set(param, core.type);
      }
    }
    if (found != null
        && !mentions(found, open)
        && param.underlying() instanceof Interface constraint) {
      Implementation has =
          Implementation.ofMethods(
              found, constraint.typeSet(), (x, y) -> unifier.unify(x, y, Unifier.EXACT));
      return has != Implementation.NO;
    }
    return true;
  }

  /** The one type that all types of a constraint are made of. */
  private record Core(Type type, boolean isTilde, boolean isSingle) {
    static @Nullable Core of(TypeParam param) {
      TypeSet set = param.typeSet();
      if (!set.hasTerms()) {
        return null;
      }
      List<Type.Term> terms = set.terms().list();
      if (terms.size() == 1) {
        return new Core(terms.getFirst().type(), terms.getFirst().isTilde(), true);
      }
      boolean isTilde = terms.stream().anyMatch(Type.Term::isTilde);
      return Kinds.commonUnderlying(param).map(type -> new Core(type, isTilde, false)).orElse(null);
    }
  }

  /** Parameters that only untyped constants speak of get the default type of the widest. */
  private boolean untyped(List<Integer> untyped, List<Type> params, List<Operand> arguments) {
    List<TypeParam> spoken = new ArrayList<>();
    List<Type> widest = new ArrayList<>();
    for (int i : untyped) {
      TypeParam param = (TypeParam) params.get(i).unalias();
      if (unifier.at(param) != null) {
        continue;
      }
      Type type = arguments.get(i).type();
      int at = spoken.indexOf(param);
      if (at < 0) {
        spoken.add(param);
        widest.add(type);
        continue;
      }
      Optional<Type> wider = Kinds.wider(widest.get(at), type);
      if (wider.isEmpty()) {
        return false;
      }
      widest.set(at, wider.get());
    }
    for (int i = 0; i < spoken.size(); i++) {
      unifier.set(spoken.get(i), Kinds.defaultType(widest.get(i)));
    }
    return true;
  }

  /**
   * What was found, with what the parameters in it stand for put in their places.
   *
   * @param unclear types of parameters whose argument is unknown: what they speak of may be
   *     different
   */
  private Optional<List<Type>> inferred(List<Type> unclear) {
    List<@Nullable Type> found = new ArrayList<>();
    for (TypeParam param : open) {
      found.add(unifier.at(param));
    }
    for (int round = 0; round <= open.size(); round++) {
      List<TypeParam> settled = new ArrayList<>();
      List<Type> types = new ArrayList<>();
      for (int i = 0; i < open.size(); i++) {
        Type type = found.get(i);
        if (type != null && !mentions(type, List.of(open.get(i)))) {
          settled.add(open.get(i));
          types.add(type);
        }
      }
      Substitution replacing = Substitution.of(settled, types);
      boolean hasChanged = false;
      for (int i = 0; i < found.size(); i++) {
        Type type = found.get(i);
        if (type != null) {
          Type replaced = replacing.apply(type);
          hasChanged |= replaced != type;
          found.set(i, replaced);
        }
      }
      if (!hasChanged) {
        break;
      }
    }
    List<Type> all = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      Type type = found.get(i);
      if (type == null || mentions(type, open)) {
        return Optional.empty();
      }
      boolean mayDiffer = unclear.stream().anyMatch(new Mention(List.of(open.get(i)))::in);
      if (mayDiffer && !isSettled(type)) {
        return Optional.empty();
      }
      all.add(type);
    }
    return Optional.of(all);
  }

  /** Whether another argument could not have made it another type: it has a name. */
  private static boolean isSettled(Type type) {
    Type plain = type.unalias();
    return plain instanceof dev.tidemark.golang.types.Basic
        || plain instanceof dev.tidemark.golang.types.Named;
  }
}
