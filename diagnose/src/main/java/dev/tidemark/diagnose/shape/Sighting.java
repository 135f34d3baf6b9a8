package dev.tidemark.diagnose.shape;

import dev.tidemark.detect.Site;
import dev.tidemark.profile.frame.FunctionName;

/** A suspect with all that a shape may ask of it and of what grows beside it. */
public sealed interface Sighting permits HeapSighting, GoroutineSighting {
  Site site();

  Stack stack();

  Surroundings around();

  /** The service's own function to change, as a person writes it; empty where none is known. */
  String where();

  /** The service's own function that made such a call for it; empty where none is known. */
  String callerOf(Functions functions);

  default boolean isOwn() {
    return site().isOwn();
  }

  default boolean isObserver() {
    return site().choice() == Site.Choice.OBSERVER;
  }

  /** The package of the site, as code names it. */
  default String packageName() {
    return FunctionName.parse(site().frame().function()).packageName();
  }
}
