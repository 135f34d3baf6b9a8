package dev.tidemark.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.tidemark.collect.EvidenceBuilder;
import dev.tidemark.collect.Unusable;
import dev.tidemark.collect.live.Access;
import dev.tidemark.collect.live.LiveRun;
import dev.tidemark.collect.live.Pace;
import dev.tidemark.collect.live.Target;
import dev.tidemark.collect.live.Watch;
import dev.tidemark.diagnose.Evidence;
import dev.tidemark.profile.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRunTest {
  private static final Path FORMATS =
      Path.of(System.getProperty("tidemark.captures", "captures"), "formats");

  @TempDir Path folder;

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger failFrom = new AtomicInteger(Integer.MAX_VALUE);
  private final AtomicInteger failUntil = new AtomicInteger(Integer.MAX_VALUE);
  private HttpServer server;

  LiveRunTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void serve() {
    server.createContext("/internal/debug/pprof/heap", answer("shop-heap-first.pb.gz"));
    server.createContext("/internal/debug/pprof/goroutine", answer("shapes-goroutine.pb.gz"));
    server.createContext("/internal/metrics", answer("shop-metrics.txt"));
    server.createContext("/locked", exchange -> status(exchange, 401));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void readsOneAfterTheOtherAndDumpsThreeTimes() throws Exception {
    run(Access.open(Duration.ofSeconds(5)), 5, false, "/internal/");
    assertThat(asked).filteredOn(path -> path.contains("heap")).hasSize(5);
    assertThat(asked).filteredOn(path -> path.contains("debug=2")).hasSize(3);
    assertThat(asked).noneMatch(path -> path.contains("allocs") || path.contains("gc=1"));
  }

  @Test
  void forcesThreeCollectionsOnlyWhenAsked() throws Exception {
    run(Access.open(Duration.ofSeconds(5)), 2, true, "/internal");
    assertThat(asked).filteredOn(path -> path.contains("gc=1")).hasSize(6);
  }

  @Test
  void savesWhatItReads() throws Exception {
    run(Access.open(Duration.ofSeconds(5)), 2, false, "/internal/debug/pprof/");
    try (Stream<Path> files = Files.list(folder.resolve("saved"))) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .anyMatch(name -> name.matches("heap-\\d{13}\\.pb\\.gz"))
          .anyMatch(name -> name.matches("metrics-\\d{13}\\.txt"));
    }
  }

  @Test
  void aTargetThatGoesAwayLeavesWhatWasSeen() throws Exception {
    failFrom.set(8);
    Evidence evidence = run(Access.open(Duration.ofSeconds(5)), 9, false, "/internal/");
    assertThat(evidence.heap().seen()).isPositive();
    assertThat(evidence.notes()).anyMatch(note -> note.text().contains("stopped answering"));
    assertThat(evidence.unreadable()).isNotEmpty();
  }

  @Test
  void aTargetThatIsSilentForAMomentIsWatchedOn() throws Exception {
    failFrom.set(8);
    failUntil.set(8 + 2 * 10);
    Evidence evidence = run(Duration.ofSeconds(1), 30, "/internal/", _ -> {});
    assertThat(evidence.notes()).noneMatch(note -> note.kind().equals("gone"));
    assertThat(evidence.heap().seen()).isBetween(19, 21);
    assertThat(evidence.unreadable()).hasSize(2);
  }

  @Test
  void metricsThatFailAreSaidOnceAndTheWatchGoesOn() throws Exception {
    server.removeContext("/internal/metrics");
    server.createContext("/internal/metrics", exchange -> status(exchange, 500));
    Evidence evidence = run(Duration.ofSeconds(10), 9, "/internal/", _ -> {});
    assertThat(evidence.heap().seen()).isEqualTo(9);
    assertThat(evidence.unreadable()).isEmpty();
    assertThat(evidence.notes())
        .filteredOn(note -> note.kind().equals("no-metrics"))
        .singleElement()
        .satisfies(note -> assertThat(note.text()).contains("/metrics answers 500"));
  }

  @Test
  void goroutinesThatFailLeaveTheHeap() throws Exception {
    server.removeContext("/internal/debug/pprof/goroutine");
    server.createContext("/internal/debug/pprof/goroutine", exchange -> status(exchange, 503));
    Evidence evidence = run(Duration.ofSeconds(10), 9, "/internal/", _ -> {});
    assertThat(evidence.heap().seen()).isEqualTo(9);
    assertThat(evidence.unreadable())
        .singleElement()
        .satisfies(each -> assertThat(each.problem()).contains("answers 503"));
  }

  @Test
  void aFolderThatFailsEndsTheSavingNotTheWatch() throws Exception {
    Evidence evidence =
        run(Duration.ofSeconds(10), 9, "/internal/", _ -> remove(folder.resolve("saved")));
    assertThat(evidence.heap().seen()).isEqualTo(9);
    assertThat(evidence.notes())
        .filteredOn(note -> note.kind().equals("not-saved"))
        .singleElement()
        .satisfies(note -> assertThat(note.text()).contains("no such file or directory"));
  }

  @Test
  void aPageInsteadOfAProfileIsNamedByItsAddressOnce() throws Exception {
    server.createContext(
        "/page/debug/pprof/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          byte[] page = "<html><body>Sign in</body></html>".getBytes(UTF_8);
          try (exchange) {
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
          }
        });
    Evidence evidence = run(Duration.ofSeconds(10), 9, "/page/", _ -> {});
    assertThat(asked).hasSize(2);
    assertThat(evidence.unreadable())
        .extracting(each -> each.name().replaceAll(".*/debug", "/debug"))
        .containsExactly("/debug/pprof/heap", "/debug/pprof/goroutine");
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException alreadyGone) {
      assertThat(folder).doesNotExist();
    }
  }

  @Test
  void saysWhatIsMissingAndHowToGetIn() {
    assertThatThrownBy(() -> run(Access.open(Duration.ofSeconds(5)), 2, false, "/nowhere/"))
        .isInstanceOf(Unusable.class)
        .hasMessageContaining("import net/http/pprof");
    assertThatThrownBy(() -> run(Access.open(Duration.ofSeconds(5)), 2, false, "/locked/"))
        .hasMessageContaining("answers 401: give --user, --token or --header");
    int port = server.getAddress().getPort();
    server.stop(0);
    assertThatThrownBy(() -> run(Access.open(Duration.ofSeconds(5)), 2, false, "/internal/"))
        .hasMessage("nobody answers at 127.0.0.1:" + port + "; is the service up?");
  }

  @Test
  void anAnswerThatDripsEndsWithTheTimeout() {
    CountDownLatch released = new CountDownLatch(1);
    server.createContext(
        "/dripping",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
          try {
            released.await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
    try {
      assertThatThrownBy(() -> run(Access.open(Duration.ofMillis(300)), 2, false, "/dripping/"))
          .isInstanceOf(Unusable.class)
          .hasMessageContaining("gave no whole answer within 0.3 s");
    } finally {
      released.countDown();
    }
  }

  @Test
  void anAddressMustBeOne() {
    assertThatThrownBy(() -> Target.of("http://h:99999")).hasMessage("no such port: 99999");
    assertThatThrownBy(() -> Target.of("http://a:b@h")).hasMessageContaining("give --user");
    assertThatThrownBy(() -> Target.of("http:// x")).isInstanceOf(Unusable.class);
    assertThatThrownBy(() -> Target.of("http:///x")).hasMessageContaining("no host");
  }

  private Evidence run(Access access, int readings, boolean forces, String path) throws Unusable {
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + path;
    Watch watch =
        new Watch(
            Duration.ofSeconds(10L * (readings - 1)),
            Duration.ofSeconds(10),
            forces,
            folder.resolve("saved"));
    EvidenceBuilder builder = new EvidenceBuilder(Limits.DEFAULT, profile -> profile);
    new LiveRun(Target.of(address), access, watch, new JumpingPace(), Limits.DEFAULT)
        .into(builder, progress -> {});
    return builder.evidence(address);
  }

  private Evidence run(
      Duration every, int readings, String path, Consumer<LiveRun.Progress> progress)
      throws Unusable {
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + path;
    Watch watch =
        new Watch(every.multipliedBy(readings - 1), every, false, folder.resolve("saved"));
    EvidenceBuilder builder = new EvidenceBuilder(Limits.DEFAULT, profile -> profile);
    Access access = Access.open(Duration.ofSeconds(5));
    new LiveRun(Target.of(address), access, watch, new JumpingPace(), Limits.DEFAULT)
        .into(builder, progress);
    return builder.evidence(address);
  }

  private HttpHandler answer(String file) {
    return exchange -> {
      asked.add(exchange.getRequestURI().toString());
      if (asked.size() > failFrom.get() && asked.size() <= failUntil.get()) {
        status(exchange, 500);
        return;
      }
      byte[] body = Files.readAllBytes(FORMATS.resolve(file));
      try (exchange) {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    };
  }

  private static void status(HttpExchange exchange, int status) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, -1);
    }
  }

  /** A clock that jumps to where it is waited for. */
  private static final class JumpingPace implements Pace {
    private long now = 1_700_000_000_000L;

    @Override
    public long nowMillis() {
      return now;
    }

    @Override
    public void pause(Duration duration) {
      now += duration.toMillis();
    }
  }
}
