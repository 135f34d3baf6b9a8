package dev.tidemark.diagnose.shape;

/**
 * A loop that polls or ticks and never looks whether it should end.
 *
 * <pre>{@code
 * go func() {                              go func() {
 *     for range time.Tick(time.Second) {       for {
 *         poll()  // found                         select {
 *     }                                            case <-ticker.C: poll()
 * }()                                              case <-ctx.Done(): return  // fine
 *                                                  }
 *                                              }
 *                                          }()
 * }</pre>
 */
final class EndlessLoop implements Shape {
  @Override
  public String name() {
    return "endless-loop";
  }

  @Override
  public String title() {
    return "goroutines wake again and again and never end";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    return switch (goroutines.cause()) {
      case TIMER -> true;
      case CHANNEL_RECEIVE, SELECT -> goroutines.wakesAgain();
      default -> false;
    };
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.ownOrClose(seen, "return when ctx.Done() is closed in the loop{in}");
  }
}
