package dev.tidemark.diagnose.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoroutineShapesTest {
  private static final String READ_LOOP = "net/http.(*persistConn).readLoop";
  private static final String WRITE_LOOP = "net/http.(*persistConn).writeLoop";
  private static final String SERVE = "net/http.(*conn).serve";

  @Test
  void aReadLoopThatWaitsForTheEndOfABodyIsAnUnclosedBody() {
    assertThat(seen("select", READ_LOOP)).containsExactly("unclosed-body");
  }

  @Test
  void itsWriteLoopIsPartOfTheSame() {
    Scene scene = new Scene().goroutines("select", READ_LOOP).goroutines("select", WRITE_LOOP);
    assertThat(scene.shapesOfGoroutines()).containsExactly("unclosed-body");
  }

  @Test
  void theFunctionThatMakesTheCallsIsNamed() {
    Scene scene =
        new Scene()
            .memory("net/http.NewRequestWithContext", "shop/stock.(*Warehouse).Has")
            .goroutines("select", READ_LOOP);
    assertThat(scene.knownShapesOfGoroutines().getFirst().fix())
        .contains("after each call that succeeds in stock.(*Warehouse).Has");
  }

  @Test
  void aReadLoopAtTheNetworkIsAnIdleConnection() {
    String[] idle = {"net/http.(*persistConn).Read", "bufio.(*Reader).Peek", READ_LOOP};
    assertThat(seen("IO wait", idle)).containsExactly("idle-transport");
    Scene scene = new Scene().goroutines("IO wait", idle).goroutines("select", WRITE_LOOP);
    assertThat(scene.shapesOfGoroutines()).containsExactly("idle-transport");
  }

  @Test
  void aWriteLoopThatIsIdleIsNoShapeByItself() {
    assertThat(seen("select", WRITE_LOOP)).isEmpty();
  }

  @Test
  void connectionsWhoseCallersWaitForAnAnswerAreNotIdle() {
    Scene scene =
        new Scene()
            .goroutines("select", "net/http.(*persistConn).roundTrip", "shop/stock.Ask")
            .goroutines("IO wait", "net/http.(*persistConn).Read", READ_LOOP);
    assertThat(scene.shapesOfGoroutines()).doesNotContain("idle-transport");
  }

  @Test
  void callersThatWaitForAnAnswerHaveNoTimeout() {
    assertThat(seen("select", "net/http.(*persistConn).roundTrip", "shop/stock.Ask"))
        .containsExactly("http-call-without-timeout");
  }

  @Test
  void theSerializerOfAClientConnectionIsAGrpcConnection() {
    assertThat(seen("select", "google.golang.org/grpc/internal/grpcsync.(*CallbackSerializer).run"))
        .containsExactly("grpc-connection");
  }

  @Test
  void aWriterWithoutAClientIsThatOfAGrpcServer() {
    String writer = "google.golang.org/grpc/internal/transport.(*loopyWriter).run";
    assertThat(seen("select", writer)).doesNotContain("grpc-connection");
    Scene scene =
        new Scene()
            .goroutines(
                "IO wait", "google.golang.org/grpc/internal/transport.(*http2Client).reader")
            .goroutines("select", writer);
    assertThat(scene.shapesOfGoroutines()).containsExactly("grpc-connection");
  }

  @Test
  void theWatcherOfAStreamIsAGrpcStream() {
    assertThat(seen("select", "google.golang.org/grpc.newClientStreamWithParams.func4"))
        .containsExactly("grpc-stream");
  }

  @Test
  void aConnectionOpenerIsADatabaseHandle() {
    assertThat(seen("select", "database/sql.(*DB).connectionOpener")).containsExactly("sql-open");
  }

  @Test
  void openRowsAndOpenTransactionsHaveFixesOfTheirOwn() {
    Scene rows = new Scene().goroutines("select", "database/sql.(*Rows).awaitDone");
    assertThat(rows.shapesOfGoroutines()).containsExactly("sql-rows");
    assertThat(rows.knownShapesOfGoroutines().getFirst().fix()).contains("rows.Close()");
    Scene transactions = new Scene().goroutines("select", "database/sql.(*Tx).awaitDone");
    assertThat(transactions.knownShapesOfGoroutines().getFirst().fix()).contains("tx.Rollback()");
  }

  @Test
  void theHealthCheckOfAChannelIsAnOpenSubscription() {
    assertThat(seen("select", "github.com/redis/go-redis/v9.(*channel).initHealthCheck.func1"))
        .containsExactly("open-subscription");
    assertThat(seen("sync.Cond.Wait", "github.com/nats-io/nats.go.(*Conn).waitForMsgs"))
        .containsExactly("open-subscription");
  }

  @Test
  void goroutinesBesideUpgradedConnectionsAreThoseOfWebSockets() {
    Scene scene =
        new Scene()
            .memory("github.com/gorilla/websocket.newConn", "shop/live.(*Hub).Serve")
            .startedBy("shop/live.(*Hub).Serve")
            .goroutines("chan receive", "shop/live.(*Hub).writePump");
    assertThat(scene.shapesOfGoroutines()).containsExactly("open-websocket");
    assertThat(seen("IO wait", "github.com/gorilla/websocket.(*Conn).advanceFrame"))
        .containsExactly("open-websocket");
  }

  @Test
  void theSideOfAPipeThatWaitsTellsWhichOtherWasAbandoned() {
    Scene writes = new Scene().goroutines("select", "io.(*pipe).write", "shop/export.Stream.func1");
    assertThat(writes.shapesOfGoroutines()).containsExactly("abandoned-pipe");
    assertThat(writes.knownShapesOfGoroutines().getFirst().fix()).contains("PipeReader");
    Scene reads = new Scene().goroutines("select", "io.(*pipe).read", "shop/upload.Send");
    assertThat(reads.knownShapesOfGoroutines().getFirst().fix()).contains("PipeWriter");
  }

  @Test
  void aCoroutineIsAnIteratorThatWasNotStopped() {
    assertThat(seen("coroutine", "shop/history.Lines.func1")).containsExactly("pull-without-stop");
  }

  @Test
  void aLoggersGoroutineIsALoggerMadeAgainAndAgain() {
    assertThat(seen("chan receive", "gopkg.in/natefinch/lumberjack%2ev2.(*Logger).millRun"))
        .containsExactly("logger-goroutine");
    Scene logrus =
        new Scene().goroutines("select", "github.com/sirupsen/logrus.(*Entry).writerScanner");
    assertThat(logrus.knownShapesOfGoroutines().getFirst().fix()).contains("Writer()");
  }

  @Test
  void aVendoredLibraryIsThatLibrary() {
    assertThat(
            seen(
                "chan receive", "shop/vendor/gopkg.in/natefinch/lumberjack%2ev2.(*Logger).millRun"))
        .containsExactly("logger-goroutine");
  }

  @Test
  void clientsThatSayNothingForMinutesAreIdleConnections() {
    String[] stack = {"net/http.(*connReader).Read", "bufio.(*Reader).Peek", SERVE};
    assertThat(seen("IO wait", stack)).containsExactly("idle-server-connection");
  }

  @Test
  void connectionsInUseAreNone() {
    String[] stack = {"net/http.(*connReader).Read", "bufio.(*Reader).Peek", SERVE};
    assertThat(new Scene().goroutines("IO wait", 0, stack).shapesOfGoroutines()).isEmpty();
  }

  @Test
  void aWeightedSemaphoreIsOneThoughItWaitsInASelect() {
    assertThat(
            seen("select", "golang.org/x/sync/semaphore.(*Weighted).Acquire", "shop/images.Scale"))
        .containsExactly("semaphore-wait");
    assertThat(seen("semacquire", "shop/images.Scale")).containsExactly("semaphore-wait");
  }

  @Test
  void aNilChannelBlocksForEver() {
    assertThat(seen("chan receive (nil chan)", "shop/jobs.Run")).containsExactly("blocked-forever");
    assertThat(seen("select (no cases)", "shop/jobs.Run")).containsExactly("blocked-forever");
  }

  @Test
  void olderGoroutinesThatHaveHardlyWaitedRunInALoop() {
    Scene scene = new Scene().goroutines("chan receive", 0, "shop/track.(*Tracker).Follow");
    assertThat(scene.shapesOfGoroutines()).containsExactly("endless-loop");
    assertThat(seen("sleep", "shop/track.Poll")).containsExactly("endless-loop");
  }

  @Test
  void aSendThatNobodyReceivesIsABlockedSend() {
    Scene scene = new Scene().goroutines("chan send", "shop/quote.Fetch.func1");
    assertThat(scene.shapesOfGoroutines()).containsExactly("blocked-send");
    assertThat(scene.knownShapesOfGoroutines().getFirst().fix()).endsWith("in quote.Fetch.func1");
  }

  @Test
  void whatTheLeakDetectorMarkedIsReadAlike() {
    assertThat(seen("chan send (leaked)", "shop/quote.Fetch.func1"))
        .containsExactly("blocked-send");
  }

  @Test
  void aReceiveThatNothingComesFromIsABlockedReceive() {
    assertThat(seen("chan receive", "shop/live.writePump")).containsExactly("blocked-receive");
  }

  @Test
  void aSelectNoCaseOfWhichComesIsABlockedSelect() {
    assertThat(seen("select", "shop/live.wait")).containsExactly("blocked-select");
  }

  @Test
  void aLibrarysGoroutinesEndWithWhatStartedThem() {
    Scene scene =
        new Scene()
            .startedBy("shop/search.New")
            .goroutines("select", "github.com/acme/index/v2.(*Writer).loop");
    assertThat(scene.knownShapesOfGoroutines().getFirst().fix())
        .isEqualTo("close what started them in search.New when done: goroutines of index");
  }

  @Test
  void aLockThatIsNotGivenBackIsALockPileUp() {
    assertThat(seen("sync.Mutex.Lock", "shop/stock.Count")).containsExactly("lock-pile-up");
    assertThat(seen("sync.RWMutex.RLock", "shop/stock.Count")).containsExactly("lock-pile-up");
  }

  @Test
  void aWaitGroupWhoseWorkDoesNotEndIsWaitedFor() {
    assertThat(seen("sync.WaitGroup.Wait", "shop/report.Build")).containsExactly("waitgroup-wait");
  }

  @Test
  void aConditionNobodySignalsIsWaitedFor() {
    assertThat(seen("sync.Cond.Wait", "shop/queue.Take")).containsExactly("condition-wait");
  }

  @Test
  void aPeerThatIsSilentForMinutesIsWaitedFor() {
    assertThat(seen("IO wait", "net.(*conn).Read", "shop/feed.Read"))
        .containsExactly("network-wait");
    assertThat(
            new Scene()
                .goroutines("IO wait", 0, "net.(*conn).Read", "shop/feed.Read")
                .shapesOfGoroutines())
        .isEmpty();
  }

  @Test
  void aWaitThatIsNotKnownHasNoShape() {
    assertThat(seen("", "shop/feed.Read")).isEmpty();
  }

  private static List<String> seen(String waitsFor, String... functions) {
    return new Scene().goroutines(waitsFor, functions).shapesOfGoroutines();
  }
}
