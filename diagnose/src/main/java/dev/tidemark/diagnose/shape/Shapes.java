package dev.tidemark.diagnose.shape;

import dev.tidemark.diagnose.KnownShape;
import java.util.ArrayList;
import java.util.List;

/** All known shapes, the most telling first. */
public final class Shapes {
  private static final int MOST = 2;

  /** Each names what is leaked; a suspect may be of several. */
  private static final List<Shape> TELLING =
      List.of(
          new UnclosedBody(),
          new IdleTransport(),
          new HttpCallWithoutTimeout(),
          new GrpcConnection(),
          new GrpcStream(),
          new SqlOpen(),
          new SqlRows(),
          new Subscription(),
          new OpenWebSocket(),
          new AbandonedPipe(),
          new PullWithoutStop(),
          new LoggerGoroutine(),
          new IdleServerConnection(),
          new StuckFinalizers(),
          new MetricLabels(),
          new UnendedSpan(),
          new KeptLogEntries(),
          new CompiledEachTime(),
          new KeptSessions(),
          new UnboundedCache(),
          new GrowingMap(),
          new KeptRequest(),
          new LostCancel(),
          new ContextAfterFunc(),
          new TimeAfterFunc(),
          new KeptTimer(),
          new PooledObject(),
          new DeferInLoop(),
          new SemaphoreWait());

  /** What remains to be said where none of those fits; the first one does. */
  private static final List<Shape> PLAIN =
      List.of(
          new KeptBuffer(),
          new BlockedForever(),
          new EndlessLoop(),
          new BlockedSend(),
          new BlockedReceive(),
          new BlockedSelect(),
          new LockPileUp(),
          new WaitGroupWait(),
          new ConditionWait(),
          new NetworkWait());

  private Shapes() {}

  public static List<Shape> all() {
    List<Shape> all = new ArrayList<>(TELLING);
    all.addAll(PLAIN);
    return all;
  }

  /** The shapes a suspect has, the most telling first. */
  public static List<KnownShape> of(Sighting seen) {
    List<KnownShape> found = new ArrayList<>();
    for (Shape shape : TELLING) {
      if (found.size() < MOST && shape.isSeen(seen)) {
        found.add(shape.of(seen));
      }
    }
    for (Shape shape : PLAIN) {
      if (found.isEmpty() && shape.isSeen(seen)) {
        found.add(shape.of(seen));
      }
    }
    return found;
  }
}
