package dev.tidemark.diagnose;

import dev.tidemark.detect.GoroutineSuspect;
import dev.tidemark.detect.HeapSuspect;

/** What the shape of a suspect suggests; a hint is named as one and decides nothing. */
final class Hints {
  private Hints() {}

  static String of(HeapSuspect suspect) {
    switch (suspect.site().choice()) {
      case OWN -> {
        return "";
      }
      case OBSERVER -> {
        return "memory of serving profiles and metrics to whoever watches";
      }
      case INNERMOST -> {}
    }
    boolean isRequest =
        suspect.stack().stream()
            .anyMatch(frame ->
                frame.function().startsWith("net/http.(*conn).")
                    || frame.function().startsWith("net/http.readRequest"));
    return isRequest
        ? "no frame of the service: a request's own memory is kept; look for who stores the request,"
            + " its headers or its context"
        : "no frame of the service: look for who keeps what this returns";
  }

  static String of(GoroutineSuspect suspect) {
    if (suspect.waitsFor().isEmpty()) {
      return "";
    }
    return suspect.longestWaitMinutes() == 0
        ? "waiting: " + suspect.waitsFor()
        : "waiting: %s, up to %,d min".formatted(suspect.waitsFor(), suspect.longestWaitMinutes());
  }
}
