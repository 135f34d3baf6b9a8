package dev.tidemark.diagnose.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeapShapesTest {
  private static final String HANDLER = "shop/checkout.(*Desk).Handle";
  private static final String SERVE = "net/http.(*conn).serve";

  @Test
  void objectsThatGrowAsTheQueueDoesWaitForTheirFinalizers() {
    Scene scene =
        new Scene()
            .memory("shop/labels.New", HANDLER)
            .finalizersQueueUp(100)
            .oneGoroutine("chan send", "shop/labels.(*Label).giveBack", "runtime.runFinalizers");
    assertThat(scene.shapesOfMemory()).containsExactly("stuck-finalizers");
    assertThat(scene.knownShapesOfMemory().getFirst().fix())
        .startsWith("do not wait in labels.(*Label).giveBack");
  }

  @Test
  void aFinalizerGoroutineAtRestIsStuckNowhere() {
    Scene scene =
        new Scene()
            .memory("shop/labels.New", HANDLER)
            .finalizersQueueUp(100)
            .oneGoroutine("")
            .oneGoroutine("finalizer wait", "runtime.gopark", "runtime.runFinalizers");
    assertThat(scene.knownShapesOfMemory().getFirst().fix())
        .startsWith("take blocking calls out of finalizers");
  }

  @Test
  void objectsThatGrowMuchFasterThanTheQueueDoNot() {
    Scene scene = new Scene().memory("shop/labels.New", HANDLER).finalizersQueueUp(10);
    assertThat(scene.shapesOfMemory()).isEmpty();
  }

  @Test
  void aMapThatOnlyTheLastProfileShowsKeepsNothing() {
    Scene scene =
        new Scene().memory(HANDLER).passingMemory("internal/runtime/maps.newTable", HANDLER);
    assertThat(scene.shapesOfMemory()).isEmpty();
  }

  @Test
  void aNewSeriesForEachLabelIsMetricLabels() {
    assertThat(
            seen(
                "github.com/prometheus/client_golang/prometheus.(*metricMap).getOrCreateMetricWithLabelValues",
                "github.com/prometheus/client_golang/prometheus.(*CounterVec).WithLabelValues",
                HANDLER))
        .containsExactly("metric-labels");
    assertThat(
            seen(
                "go.opentelemetry.io/otel/sdk/metric/exemplar.newStorage",
                "go.opentelemetry.io/otel/sdk/metric.(*float64Inst).Record",
                HANDLER))
        .containsExactly("metric-labels");
  }

  @Test
  void whatAHandlerAllocatesUnderALibraryIsNotTheLibrarys() {
    assertThat(
            seen(
                HANDLER,
                "go.opentelemetry.io/otel/sdk/trace.(*tracer).Start",
                "github.com/patrickmn/go-cache.(*cache).Set",
                SERVE))
        .isEmpty();
  }

  @Test
  void spansThatAreKeptAreNotEnded() {
    assertThat(
            seen(
                "go.opentelemetry.io/otel/sdk/trace.(*tracer).newRecordingSpan",
                "go.opentelemetry.io/otel/sdk/trace.(*tracer).Start",
                HANDLER))
        .containsExactly("unended-span");
  }

  @Test
  void aHookMadeForTestsKeepsLogEntries() {
    assertThat(
            seen(
                "github.com/sirupsen/logrus/hooks/test.(*Hook).Fire",
                "github.com/sirupsen/logrus.(*Entry).Info",
                HANDLER))
        .containsExactly("kept-log-entries");
  }

  @Test
  void templatesThatAreKeptAreCompiledEachTime() {
    assertThat(
            seen(
                "text/template/parse.(*ListNode).append",
                "text/template.(*Template).Parse",
                HANDLER))
        .containsExactly("compiled-each-time");
    assertThat(seen("regexp/syntax.(*compiler).inst", "regexp.compile", "regexp.Compile", HANDLER))
        .containsExactly("compiled-each-time");
  }

  @Test
  void sessionsThatAreNotRemovedAreKept() {
    assertThat(
            seen(
                "bytes.growSlice",
                "github.com/alexedwards/scs/v2.(*SessionManager).Commit",
                HANDLER))
        .containsExactly("kept-sessions");
  }

  @Test
  void aCacheThatTakesMoreAndMoreHasNoBound() {
    assertThat(
            seen(
                "github.com/hashicorp/golang-lru/v2/expirable.(*LRU[go.shape.string,go.shape.int]).Add",
                HANDLER))
        .containsExactly("unbounded-cache");
  }

  @Test
  void aValueIsKeptByTheCacheThatItsFunctionFills() {
    Scene scene =
        new Scene()
            .memory(4096, "bytes.growSlice", "io.Copy", HANDLER)
            .memory("github.com/patrickmn/go-cache.(*cache).Set", HANDLER);
    assertThat(scene.shapesOfMemory()).containsExactly("unbounded-cache");
  }

  @Test
  void aValueIsKeptByTheMapThatTheCallerOfItsFunctionFills() {
    Scene scene =
        new Scene()
            .memory("shop/users.load", "shop/users.(*Profiles).Get", HANDLER)
            .memory("internal/runtime/maps.(*table).grow", "shop/users.(*Profiles).Get", HANDLER);
    assertThat(scene.shapesOfMemory()).containsExactly("growing-map");
  }

  @Test
  void theFixNamesTheFunctionThatFillsNotTheOneThatLoads() {
    Scene scene =
        new Scene()
            .memory("shop/users.load", "shop/users.(*Profiles).Get", HANDLER)
            .memory("context.WithCancel", "shop/users.(*Profiles).Get", HANDLER);
    assertThat(scene.knownShapesOfMemory().getFirst().fix()).contains("in users.(*Profiles).Get");
  }

  @Test
  void theFunctionThatCopiesAContextIsTheOneThatKeepsRequests() {
    Scene scene =
        new Scene()
            .memory("net/textproto.readMIMEHeader", "net/http.readRequest", SERVE)
            .memory("github.com/gin-gonic/gin.(*Context).Copy", "shop/audit.Log.func1", SERVE);
    assertThat(scene.knownShapesOfMemory().getFirst().fix()).contains("in audit.Log.func1");
  }

  @Test
  void aMapThatAnotherFunctionFillsIsNotTheKeeper() {
    Scene scene =
        new Scene()
            .memory("shop/users.load", "shop/users.(*Profiles).Get", HANDLER)
            .memory("internal/runtime/maps.(*table).grow", HANDLER);
    assertThat(scene.shapesOfMemory()).isEmpty();
  }

  @Test
  void entriesAddedToASyncMapStayThere() {
    assertThat(
            seen(
                "internal/sync.newIndirectNode[go.shape.interface {},go.shape.interface {}]",
                "sync.(*Map).Store",
                HANDLER))
        .containsExactly("growing-map");
    assertThat(seen("internal/runtime/maps.(*Map).growToSmall", HANDLER)).isEmpty();
  }

  @Test
  void headersOfRequestsThatStayAreAKeptRequest() {
    assertThat(seen("net/textproto.readMIMEHeader", "net/http.readRequest", SERVE))
        .containsExactly("kept-request");
    assertThat(seen("github.com/gin-gonic/gin.(*Context).Copy", HANDLER))
        .containsExactly("kept-request");
  }

  @Test
  void headersOfAnswersAreNoRequest() {
    assertThat(
            seen(
                "net/textproto.readMIMEHeader",
                "net/http.ReadResponse",
                "net/http.(*persistConn).readLoop"))
        .isEmpty();
  }

  @Test
  void requestsOfHandlersThatHangAreKeptByTheirHandlers() {
    Scene scene =
        new Scene()
            .memory("net/textproto.readMIMEHeader", "net/http.readRequest", SERVE)
            .goroutines("chan receive", HANDLER, SERVE);
    assertThat(scene.shapesOfMemory()).isEmpty();
  }

  @Test
  void contextsThatAreKeptWereNotCancelled() {
    assertThat(seen("context.WithDeadlineCause", "context.WithTimeout", HANDLER))
        .containsExactly("lost-cancel");
  }

  @Test
  void aContextThatALibraryMakesIsTheLibrarysToCancel() {
    assertThat(
            seen("context.withCancel", "context.WithCancel", "github.com/acme/pool.New", HANDLER))
        .isEmpty();
    assertThat(seen("context.withCancel", "context.WithCancel", "net/http.(*Server).Serve"))
        .isEmpty();
  }

  @Test
  void functionsRegisteredWithAContextStayWithIt() {
    assertThat(seen("context.AfterFunc", HANDLER)).containsExactly("context-afterfunc");
  }

  @Test
  void timersThatCallFunctionsAreKeptUntilTheyFire() {
    assertThat(seen("time.AfterFunc", HANDLER)).containsExactly("time-afterfunc");
  }

  @Test
  void theTimerOfADeadlineIsPartOfItsContext() {
    assertThat(seen("time.AfterFunc", "context.WithDeadlineCause", "context.WithTimeout", HANDLER))
        .containsExactly("lost-cancel");
  }

  @Test
  void tickersThatAreNotStoppedAreKept() {
    assertThat(seen("time.newTimer", "time.NewTicker", HANDLER)).containsExactly("kept-timer");
    assertThat(seen("time.newTimer", "time.NewTimer", "time.After", HANDLER))
        .containsExactly("kept-timer");
  }

  @Test
  void whatAPoolsNewMakesIsAPooledObject() {
    assertThat(seen("shop/batch.init.func1", "sync.(*Pool).Get", HANDLER))
        .containsExactly("pooled-object");
    assertThat(seen("fmt.init.func1", "sync.(*Pool).Get", "fmt.newPrinter", HANDLER)).isEmpty();
  }

  @Test
  void deferredCallsThatPileUpAreADeferInALoop() {
    assertThat(seen("runtime.newdefer", "runtime.deferproc", "shop/jobs.Run"))
        .containsExactly("defer-in-loop");
  }

  @Test
  void aBodyThatIsReadWholeAndKeptIsAKeptBuffer() {
    assertThat(new Scene().memory(32_768, "io.ReadAll", HANDLER).shapesOfMemory())
        .containsExactly("kept-buffer");
    assertThat(new Scene().memory(64, "io.ReadAll", HANDLER).shapesOfMemory()).isEmpty();
  }

  @Test
  void connectionsOfAllKindsAreToldByWhatOpensThem() {
    assertThat(seen("google.golang.org/grpc.NewClient", HANDLER))
        .containsExactly("grpc-connection");
    assertThat(seen("database/sql.OpenDB", "database/sql.Open", HANDLER))
        .containsExactly("sql-open");
    assertThat(seen("github.com/gorilla/websocket.(*Upgrader).Upgrade", HANDLER))
        .containsExactly("open-websocket");
    assertThat(seen("iter.Pull[go.shape.int]", HANDLER)).containsExactly("pull-without-stop");
  }

  @Test
  void buffersOfClientConnectionsAreOfTheShapeOfTheirGoroutines() {
    String[] buffers = {"bufio.NewReaderSize", "net/http.(*Transport).dialConn"};
    assertThat(seen(buffers)).isEmpty();
    assertThat(
            new Scene()
                .memory(buffers)
                .goroutines("select", "net/http.(*persistConn).readLoop")
                .shapesOfMemory())
        .containsExactly("unclosed-body");
    assertThat(
            new Scene()
                .memory(buffers)
                .goroutines("IO wait", "net/http.(*persistConn).readLoop")
                .shapesOfMemory())
        .containsExactly("idle-transport");
  }

  @Test
  void stacksOfALibraryAloneAreReadWhole() {
    assertThat(
            seen(
                "google.golang.org/grpc/internal/transport.newBufWriter",
                "google.golang.org/grpc/internal/transport.NewHTTP2Client",
                "google.golang.org/grpc.(*addrConn).createTransport"))
        .containsExactly("grpc-connection");
  }

  @Test
  void aSubscriptionsBuffersAreOfItsShape() {
    assertThat(
            seen(
                "bufio.NewWriterSize", "github.com/redis/go-redis/v9.(*PubSub).Subscribe", HANDLER))
        .containsExactly("open-subscription");
  }

  @Test
  void memoryOfBeingLookedAtHasNoShape() {
    assertThat(
            seen(
                "regexp.compile",
                "github.com/prometheus/client_golang/prometheus/promhttp.HandlerForTransactional.func1",
                SERVE))
        .isEmpty();
  }

  private static List<String> seen(String... functions) {
    return new Scene().memory(functions).shapesOfMemory();
  }
}
