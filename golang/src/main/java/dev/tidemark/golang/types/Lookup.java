package dev.tidemark.golang.types;

import java.util.ArrayList;
import java.util.List;

/** What a name selects of a type: fields and methods, those of embedded fields too. */
public sealed interface Lookup permits Selection, Lookup.Missing, Lookup.Unclear {
  /** There is nothing of that name, or more than one. */
  record Missing() implements Lookup {}

  /** Something embedded could not be read: it may have what is asked for. */
  record Unclear() implements Lookup {}

  /**
   * Searches breadth first, as the specification says of selectors (go/types, lookup.go).
   *
   * @param isAddressable whether methods of the pointer may be selected too
   * @param from the package that asks: names that are not exported belong to one
   */
  static Lookup of(Type type, boolean isAddressable, Package from, String name) {
    if (name.equals("_")) {
      return new Missing();
    }
    if (type.unalias() instanceof Named named && named.underlying() instanceof Type.Pointer base) {
      // Methods can't belong to a named pointer type.
      Lookup found = new Search(from, name).run(base, false);
      return found instanceof Selection selection && selection.symbol() instanceof Func
          ? new Missing()
          : found;
    }
    return new Search(from, name).run(type, isAddressable);
  }

  /** One search. */
  final class Search {
    private final Package from;
    private final String name;
    private final List<Named> seen = new ArrayList<>(4);
    private boolean isUnclear;

    private record Embedded(Type type, List<Integer> path, boolean isIndirect, boolean isMultiple) {
      List<Integer> to(int index) {
        List<Integer> longer = new ArrayList<>(path.size() + 1);
        longer.addAll(path);
        longer.add(index);
        return longer;
      }
    }

    private Search(Package from, String name) {
      this.from = from;
      this.name = name;
    }

    private Lookup run(Type type, boolean isAddressable) {
      Type target = type.unalias();
      boolean isPointer = false;
      if (target instanceof Type.Pointer pointer) {
        isPointer = true;
        target = pointer.element().unalias();
        if (target.underlying() instanceof Interface) {
          return new Missing();
        }
      }
      List<Embedded> current = List.of(new Embedded(target, List.of(), isPointer, false));
      while (!current.isEmpty()) {
        boolean wasUnclear = isUnclear;
        List<Selection> found = new ArrayList<>(1);
        List<Embedded> next = new ArrayList<>(0);
        for (Embedded embedded : current) {
          at(embedded, found, next);
        }
        if (found.size() == 1) {
          if (wasUnclear) {
            return new Unclear();
          }
          Selection selection = found.getFirst();
          boolean isOutOfReach =
              selection.symbol() instanceof Func method
                  && method.hasPointerReceiver()
                  && !selection.isIndirect()
                  && !isAddressable;
          return isOutOfReach ? new Missing() : selection;
        }
        if (found.size() > 1) {
          return wasUnclear ? new Unclear() : new Missing();
        }
        current = consolidated(next);
      }
      return isUnclear ? new Unclear() : new Missing();
    }

    private void at(Embedded embedded, List<Selection> found, List<Embedded> next) {
      if (embedded.type instanceof Named named) {
        if (isSeen(named)) {
          return;
        }
        seen.add(named);
        int index = named.methodIndex(from, name);
        if (index >= 0) {
          add(found, embedded, named.method(index), index);
          return;
        }
      }
      switch (embedded.type.underlying()) {
        case Struct struct -> fields(struct, embedded, found, next);
        case Interface face -> {
          TypeSet set = face.typeSet();
          for (int i = 0; i < set.methods().size(); i++) {
            if (set.methods().get(i).hasName(from, name)) {
              add(found, embedded, set.methods().get(i), i);
            }
          }
          isUnclear |= !set.isKnown();
        }
        case Unknown _ -> isUnclear = true;
        default -> {}
      }
    }

    private void fields(
        Struct struct, Embedded embedded, List<Selection> found, List<Embedded> next) {
      for (int i = 0; i < struct.fields().size(); i++) {
        Var field = struct.fields().get(i);
        if (field.hasName(from, name)) {
          add(found, embedded, field, i);
        } else if (found.isEmpty() && field.isEmbedded()) {
          Type type = field.type().unalias();
          boolean isPointer = false;
          if (type instanceof Type.Pointer pointer) {
            isPointer = true;
            type = pointer.element().unalias();
          }
          next.add(
              new Embedded(
                  type, embedded.to(i), embedded.isIndirect || isPointer, embedded.isMultiple));
        }
      }
    }

    private static void add(List<Selection> found, Embedded embedded, Symbol symbol, int index) {
      Selection selection = new Selection(symbol, embedded.to(index), embedded.isIndirect);
      found.add(selection);
      if (embedded.isMultiple) {
        found.add(selection);
      }
    }

    private boolean isSeen(Named named) {
      for (Named other : seen) {
        if (Identity.identical(other, named)) {
          return true;
        }
      }
      return false;
    }

    /** The same type twice at one depth makes what is found in it ambiguous. */
    private static List<Embedded> consolidated(List<Embedded> list) {
      if (list.size() <= 1) {
        return list;
      }
      List<Embedded> kept = new ArrayList<>(list.size());
      for (Embedded embedded : list) {
        int same = -1;
        for (int i = 0; i < kept.size() && same < 0; i++) {
          same = Identity.identical(kept.get(i).type, embedded.type) ? i : -1;
        }
        if (same < 0) {
          kept.add(embedded);
        } else {
          Embedded first = kept.get(same);
          kept.set(same, new Embedded(first.type, first.path, first.isIndirect, true));
        }
      }
      return kept;
    }
  }
}
