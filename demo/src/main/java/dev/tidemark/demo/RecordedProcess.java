package dev.tidemark.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tidemark.collect.live.Pace;
import dev.tidemark.demo.Recording.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Answers on a loopback port of its own as the recorded process did at the time it is played. */
public final class RecordedProcess implements AutoCloseable {
  private final HttpServer server;
  private final Recording recording;
  private final Pace pace;

  private RecordedProcess(HttpServer server, Recording recording, Pace pace) {
    this.server = server;
    this.recording = recording;
    this.pace = pace;
  }

  public static RecordedProcess start(Recording recording, Pace pace) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    RecordedProcess process = new RecordedProcess(server, recording, pace);
    server.createContext("/debug/pprof/heap", exchange -> process.answer(exchange, Kind.HEAP));
    server.createContext("/debug/pprof/goroutine", process::goroutines);
    server.createContext("/metrics", exchange -> process.answer(exchange, Kind.METRICS));
    server.start();
    return process;
  }

  /** {@code http://127.0.0.1:port}. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void goroutines(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    answer(exchange, "debug=2".equals(query) ? Kind.GOROUTINE_DUMP : Kind.GOROUTINE);
  }

  private void answer(HttpExchange exchange, Kind kind) throws IOException {
    try (exchange) {
      Optional<byte[]> body = recording.at(kind, pace.nowMillis());
      if (body.isEmpty()) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        exchange.sendResponseHeaders(200, body.get().length);
        exchange.getResponseBody().write(body.get());
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
