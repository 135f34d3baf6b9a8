package dev.tidemark.diagnose.shape;

import dev.tidemark.detect.GoroutineSuspect;
import dev.tidemark.detect.Site;
import dev.tidemark.profile.Frame;
import dev.tidemark.profile.frame.FunctionName;
import dev.tidemark.profile.goroutine.WaitReason;
import java.util.List;

/** Goroutines at one place whose number may grow. */
public record GoroutineSighting(GoroutineSuspect suspect, Surroundings around) implements Sighting {
  private static final String LEAKED = " (leaked)";

  @Override
  public Site site() {
    return suspect.site();
  }

  @Override
  public Stack stack() {
    return new Stack(suspect.group().stack());
  }

  @Override
  public String where() {
    if (isOwn()) {
      return FunctionName.parse(site().frame().function()).shortName();
    }
    List<Frame> creator = suspect.createdBy();
    return !creator.isEmpty() && around.isOwn(creator)
        ? FunctionName.parse(creator.getFirst().function()).shortName()
        : "";
  }

  /** The one whose memory rises by such a call; else the one to change. */
  @Override
  public String callerOf(Functions functions) {
    String caller = around.ownCallerOf(functions);
    return caller.isEmpty() ? where() : caller;
  }

  WaitReason.Cause cause() {
    return cause(suspect);
  }

  static WaitReason.Cause cause(GoroutineSuspect suspect) {
    String words = suspect.waitsFor();
    return WaitReason.of(
            words.endsWith(LEAKED) ? words.substring(0, words.length() - LEAKED.length()) : words)
        .cause();
  }

  /** Whether they wake again and again, and end none the less not. */
  boolean wakesAgain() {
    return around.wakesAgain(suspect);
  }

  /** Whether memory grows that the function which starts them allocates by such a call. */
  boolean isStartedBesideCallOf(Functions functions) {
    return !suspect.createdBy().isEmpty()
        && around.growsByCallFrom(suspect.createdBy().getFirst().function(), functions);
  }
}
