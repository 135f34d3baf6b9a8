package dev.tidemark.diagnose;

import dev.tidemark.detect.GoroutineSuspect;
import dev.tidemark.detect.HeapSuspect;
import dev.tidemark.diagnose.shape.Surroundings;
import dev.tidemark.profile.Frame;
import dev.tidemark.profile.frame.FunctionName;
import dev.tidemark.profile.goroutine.WaitReason;
import java.util.ArrayList;
import java.util.List;

/** What is merely suggested by a suspect; a hint is named as one and decides nothing. */
final class Hints {
  private Hints() {}

  /**
   * @param possible the shapes it would have if it surely grew
   */
  static String of(HeapSuspect suspect, Surroundings around, List<KnownShape> possible) {
    List<String> hints = new ArrayList<>();
    for (KnownShape shape : possible) {
      hints.add("if this grows, it may be %s: %s".formatted(shape.name(), shape.title()));
    }
    String ofSite = ofSite(suspect);
    if (!ofSite.isEmpty()) {
      hints.add(ofSite);
    }
    if (around.isOfPilingGoroutines(suspect)) {
      hints.add("the goroutines that pile up come from here: they hold it");
    }
    return String.join("; ", hints);
  }

  /** For a suspect that surely grows and has none of the known shapes. */
  static String ofUnknown(HeapSuspect suspect, Surroundings around) {
    String hint = of(suspect, around, List.of());
    String user = around.userOf(suspect);
    if (!hint.isEmpty() || user.isEmpty()) {
      return hint;
    }
    FunctionName site = FunctionName.parse(suspect.site().frame().function());
    return site.hasPointerReceiver()
        ? "nothing shows who keeps it: a %s that lives on and is not emptied, or what %s does with it"
            .formatted(site.receiver(), user)
        : "nothing shows who keeps it: look at what %s does with what %s returns"
            .formatted(user, site.shortName());
  }

  private static String name(Frame frame) {
    return FunctionName.parse(frame.function()).shortName();
  }

  private static String ofSite(HeapSuspect suspect) {
    return switch (suspect.site().choice()) {
      case OWN -> "";
      case OBSERVER -> "memory of serving profiles and metrics to whoever watches";
      case INNERMOST ->
          has(suspect.stack(), "net/http.readRequest", "net/http.(*conn).readRequest")
              ? "no frame of the service: a request's own memory is kept; look for who stores the"
                  + " request, its headers or its context"
              : has(suspect.stack(), "net/http.(*conn).")
                  ? "no frame of the service: a connection's own memory is kept; look for connections"
                      + " that stay open"
                  : "no frame of the service: look for who keeps what this returns";
    };
  }

  static String of(GoroutineSuspect suspect) {
    List<String> hints = new ArrayList<>();
    if (!suspect.waitsFor().isEmpty()) {
      hints.add(
          suspect.longestWaitMinutes() == 0
              ? "waiting: " + suspect.waitsFor()
              : "waiting: %s, up to %,d min"
                  .formatted(suspect.waitsFor(), suspect.longestWaitMinutes()));
    }
    for (Frame creator : suspect.createdBy()) {
      hints.add("started by %s at %s".formatted(name(creator), place(creator)));
    }
    String ofHandler = ofHandler(suspect);
    if (!ofHandler.isEmpty()) {
      hints.add(ofHandler);
    }
    return String.join("; ", hints);
  }

  private static String ofHandler(GoroutineSuspect suspect) {
    if (!has(
        suspect.group().stack(),
        "net/http.(*conn).serve",
        "net/http.HandlerFunc.ServeHTTP",
        "github.com/gin-gonic/gin.(*Context).Next",
        "github.com/valyala/fasthttp.(*Server).serveConn")) {
      return "";
    }
    return switch (WaitReason.of(suspect.waitsFor()).cause()) {
      case LOCK, SEMAPHORE -> "requests wait for each other here: contention among handlers";
      case CHANNEL_RECEIVE ->
          "a handler waits for a channel, and its request stays open as long: look at who sends";
      default -> "";
    };
  }

  /** The file's name and the line. */
  private static String place(Frame frame) {
    return frame.file().substring(frame.file().lastIndexOf('/') + 1) + ":" + frame.line();
  }

  private static boolean has(List<Frame> stack, String... beginnings) {
    for (Frame frame : stack) {
      for (String beginning : beginnings) {
        if (frame.function().startsWith(beginning)) {
          return true;
        }
      }
    }
    return false;
  }
}
