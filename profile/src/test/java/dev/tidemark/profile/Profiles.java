package dev.tidemark.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Small profiles for tests, written as calls from root to leaf: {@code "main;serve;handle"}. */
public final class Profiles {
  private final ProfileBuilder builder;

  private Profiles(ProfileHeader header) {
    builder = new ProfileBuilder(header);
  }

  /** Of one value type, {@code inuse_space/bytes}. */
  public static Profiles heap() {
    return new Profiles(ProfileHeader.of(List.of(new ValueType("inuse_space", "bytes"))));
  }

  public static Profiles of(ProfileHeader header) {
    return new Profiles(header);
  }

  public Profiles stack(String calls, long... values) {
    return stack(calls, List.of(), values);
  }

  public Profiles stack(String calls, List<Label> labels, long... values) {
    builder.sample(frames(calls), labels, values);
    return this;
  }

  public Profile build() {
    return builder.build();
  }

  /** Leaf first; a function's file is named after it, its line is 1 or what stands behind "@". */
  public static List<Frame> frames(String calls) {
    List<Frame> frames = new ArrayList<>();
    if (!calls.isEmpty()) {
      Arrays.stream(calls.split(";", -1)).map(Profiles::frame).forEach(frames::add);
    }
    Collections.reverse(frames);
    return frames;
  }

  private static Frame frame(String call) {
    int at = call.indexOf('@');
    String function = at < 0 ? call : call.substring(0, at);
    int line = at < 0 ? 1 : Integer.parseInt(call.substring(at + 1));
    return new Frame(function, function + ".go", line);
  }
}
