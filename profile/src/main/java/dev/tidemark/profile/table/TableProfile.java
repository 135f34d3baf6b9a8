package dev.tidemark.profile.table;

import dev.tidemark.profile.Profile;
import dev.tidemark.profile.ProfileBuilder;

/** From a table back to a profile, for writing it. Rows whose values are all 0 are left out. */
public final class TableProfile {
  private TableProfile() {}

  public static Profile of(Table table) {
    Dictionary dictionary = table.dictionary();
    ProfileBuilder builder = new ProfileBuilder(table.header());
    int[] location = new int[dictionary.frames()];
    for (int frame = 0; frame < location.length; frame++) {
      location[frame] = builder.location(dictionary.frameAt(frame));
    }
    for (int row = 0; row < dictionary.rows(); row++) {
      long[] values = new long[table.values().length];
      boolean any = false;
      for (int type = 0; type < values.length; type++) {
        values[type] = table.value(type, row);
        any |= values[type] != 0;
      }
      if (any) {
        int stack = dictionary.rowStack(row);
        int[] stackLocations = new int[dictionary.depth(stack)];
        for (int i = 0; i < stackLocations.length; i++) {
          stackLocations[i] = location[dictionary.stackFrame(stack, i)];
        }
        builder.sample(stackLocations, dictionary.labelSetAt(dictionary.rowLabelSet(row)), values);
      }
    }
    return builder.build();
  }
}
