package dev.tidemark.profile.oracle;

import dev.tidemark.profile.table.Dictionary;
import dev.tidemark.profile.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A table in the form of {@link PprofRaw}: values by stack, whatever the labels. */
final class Stacks {
  private Stacks() {}

  static Map<List<String>, List<Long>> of(Table table) {
    Dictionary dictionary = table.dictionary();
    Map<List<String>, List<Long>> stacks = new HashMap<>();
    for (int row = 0; row < dictionary.rows(); row++) {
      List<Long> values = new ArrayList<>();
      for (int type = 0; type < table.values().length; type++) {
        values.add(table.value(type, row));
      }
      List<String> frames =
          dictionary.framesOf(dictionary.rowStack(row)).stream().map(Object::toString).toList();
      stacks.merge(frames, values, PprofRaw::sum);
    }
    return stacks;
  }

  /** Every stack's values are the same on both sides; stacks of zeros may be left out. */
  static void compare(Comparisons comparisons, String name, Table table, PprofRaw raw) {
    comparisons.equal(
        name + ": value types",
        table.header().sampleTypes().stream().map(Object::toString).toList(),
        raw.types());
    Map<List<String>, List<Long>> ours = PprofRaw.withoutZeros(of(table));
    Map<List<String>, List<Long>> theirs = PprofRaw.withoutZeros(raw.stacks());
    Set<List<String>> stacks = new HashSet<>(ours.keySet());
    stacks.addAll(theirs.keySet());
    for (List<String> stack : stacks) {
      comparisons.equal(name + ": " + stack, ours.get(stack), theirs.get(stack));
    }
  }
}
