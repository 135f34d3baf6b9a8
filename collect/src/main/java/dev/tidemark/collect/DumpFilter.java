package dev.tidemark.collect;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.Functions;
import dev.tidemark.profile.Locations;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.ProfileBuilder;
import dev.tidemark.profile.ProfileHeader;
import dev.tidemark.profile.Samples;
import dev.tidemark.profile.ValueType;
import dev.tidemark.profile.goroutine.GoroutineDump;
import dev.tidemark.profile.goroutine.GoroutineStacks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Filters a goroutine dump as a profile is filtered: each pair of a stack and a set of labels goes
 * through the filter as a sample, and goroutines stay whose pair does, on the stack it has left.
 */
final class DumpFilter {
  private static final ProfileHeader HEADER =
      ProfileHeader.of(List.of(new ValueType("goroutine", "count")));

  private final GoroutineDump dump;
  private final int[] pairOf;
  private final Map<Long, Integer> pairs = new HashMap<>();

  private DumpFilter(GoroutineDump dump) {
    this.dump = dump;
    pairOf = new int[dump.count()];
    for (int i = 0; i < pairOf.length; i++) {
      long key = (long) dump.stack()[i] << 32 | dump.labelSet()[i];
      Integer known = pairs.putIfAbsent(key, pairs.size());
      pairOf[i] = known == null ? pairs.size() - 1 : known;
    }
  }

  /** What is left of a dump; itself where nothing is filtered. */
  static GoroutineDump apply(UnaryOperator<Profile> filter, GoroutineDump dump) {
    Profile nothing = new ProfileBuilder(HEADER).build();
    return filter.apply(nothing) == nothing ? dump : new DumpFilter(dump).filtered(filter);
  }

  private GoroutineDump filtered(UnaryOperator<Profile> filter) {
    ProfileBuilder builder = new ProfileBuilder(HEADER);
    boolean[] isAdded = new boolean[pairs.size()];
    int[] creatorOf = new int[pairs.size()];
    for (int i = 0; i < pairOf.length; i++) {
      int pair = pairOf[i];
      if (!isAdded[pair]) {
        isAdded[pair] = true;
        creatorOf[pair] = dump.stack()[i];
        builder.sample(
            dump.stacks().stack(dump.stack()[i]), dump.labelSets().get(dump.labelSet()[i]), pair);
      }
    }
    Profile left = filter.apply(builder.build());
    Samples samples = left.samples();
    int[] stackOf = new int[pairs.size()];
    Arrays.fill(stackOf, -1);
    Stacks stacks = new Stacks();
    for (int sample = 0; sample < samples.count(); sample++) {
      int pair = (int) samples.values()[0][sample];
      stackOf[pair] = sample;
      stacks.add(frames(left, sample), dump.stacks().createdBy(creatorOf[pair]));
    }
    return select(stackOf, stacks.build());
  }

  private GoroutineDump select(int[] stackOf, GoroutineStacks stacks) {
    int[] kept = new int[pairOf.length];
    int count = 0;
    for (int i = 0; i < pairOf.length; i++) {
      if (stackOf[pairOf[i]] >= 0) {
        kept[count++] = i;
      }
    }
    long[] id = new long[count];
    int[] state = new int[count];
    int[] wait = new int[count];
    byte[] marks = new byte[count];
    int[] stack = new int[count];
    long[] creator = new long[count];
    int[] labelSet = new int[count];
    for (int i = 0; i < count; i++) {
      int from = kept[i];
      id[i] = dump.id()[from];
      state[i] = dump.state()[from];
      wait[i] = dump.waitMinutes()[from];
      marks[i] = dump.marks()[from];
      stack[i] = stackOf[pairOf[from]];
      creator[i] = dump.creator()[from];
      labelSet[i] = dump.labelSet()[from];
    }
    return new GoroutineDump(
        id,
        state,
        wait,
        marks,
        stack,
        creator,
        labelSet,
        dump.states(),
        stacks,
        dump.labelSets(),
        dump.notes());
  }

  private static List<Frame> frames(Profile profile, int sample) {
    Samples samples = profile.samples();
    Locations locations = profile.locations();
    Functions functions = profile.functions();
    List<Frame> frames = new ArrayList<>();
    for (int i = samples.firstLocation()[sample]; i < samples.firstLocation()[sample + 1]; i++) {
      int location = samples.location()[i];
      for (int line = locations.firstLine()[location];
          line < locations.firstLine()[location + 1];
          line++) {
        int function = locations.function()[line];
        frames.add(
            new Frame(
                functions.name()[function], functions.file()[function], locations.line()[line]));
      }
    }
    return frames;
  }

  private static final class Stacks {
    private final Map<Frame, Integer> numbers = new HashMap<>();
    private final List<Frame> frames = new ArrayList<>();
    private final List<Integer> first = new ArrayList<>(List.of(0));
    private final List<Integer> frame = new ArrayList<>();
    private final List<Integer> creator = new ArrayList<>();

    void add(List<Frame> stack, List<Frame> createdBy) {
      for (Frame each : stack) {
        frame.add(number(each));
      }
      first.add(frame.size());
      creator.add(createdBy.isEmpty() ? -1 : number(createdBy.getFirst()));
    }

    private int number(Frame each) {
      Integer known = numbers.putIfAbsent(each, frames.size());
      if (known != null) {
        return known;
      }
      frames.add(each);
      return frames.size() - 1;
    }

    GoroutineStacks build() {
      return new GoroutineStacks(frames, ints(first), ints(frame), ints(creator));
    }

    private static int[] ints(List<Integer> list) {
      return list.stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
