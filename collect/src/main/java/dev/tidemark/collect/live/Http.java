package dev.tidemark.collect.live;

import dev.tidemark.collect.Unusable;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Reads whole answers of a target, of a bounded size and within a bounded time. */
final class Http implements AutoCloseable {
  private final HttpClient client;
  private final Access access;
  private final long mostBytes;

  Http(Access access, boolean secure, long mostBytes) throws Unusable {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(access.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1);
    if (secure) {
      builder.sslContext(TrustAndKeys.context(access));
    }
    client = builder.build();
    this.access = access;
    this.mostBytes = mostBytes;
  }

  /**
   * An answer with status 200, empty on 404.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  Optional<byte[]> get(URI address) throws Unusable, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(access.timeout()).GET();
    for (String header : access.headers()) {
      int colon = header.indexOf(':');
      try {
        request.header(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
      } catch (IllegalArgumentException e) {
        throw new Unusable("a header that can't be sent: " + header.substring(0, colon));
      }
    }
    try {
      // The request's own timeout ends with the headers; a body that drips is bounded by this one.
      HttpResponse<byte[]> response =
          client
              .sendAsync(request.build(), _ -> new BoundedBody(mostBytes))
              .get(access.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return switch (response.statusCode()) {
        case 200 -> Optional.of(response.body());
        case 404 -> Optional.empty();
        case 401, 403 ->
            throw new Unusable(
                "%s answers %d: give --user, --token or --header"
                    .formatted(address, response.statusCode()));
        case 301, 302, 307, 308 ->
            throw new Unusable(
                "%s is elsewhere: %s; give that address"
                    .formatted(
                        address, response.headers().firstValue("location").orElse("nowhere")));
        default -> throw new Unusable("%s answers %d".formatted(address, response.statusCode()));
      };
    } catch (TimeoutException _) {
      throw tooSlow(address);
    } catch (ExecutionException e) {
      throw problem(address, e.getCause() == null ? e : e.getCause());
    }
  }

  private Unusable tooSlow(URI address) {
    return new Unusable(
        "%s gave no whole answer within %s s; a larger --timeout waits longer"
            .formatted(address, access.timeout().toMillis() / 1000.0));
  }

  private Unusable problem(URI address, Throwable cause) {
    return switch (cause) {
      case HttpTimeoutException _ -> tooSlow(address);
      case ConnectException _ ->
          new Unusable(
              "nobody answers at %s; is the service up?".formatted(address.getAuthority()));
      case SSLException e ->
          new Unusable(
              "no TLS with %s: %s (--ca names a certificate to trust)"
                  .formatted(address.getAuthority(), e.getMessage()));
      case BoundedBody.TooLarge _ ->
          new Unusable("%s answers with more than %,d bytes".formatted(address, mostBytes));
      default ->
          new Unusable(
              "reading %s broke off: %s"
                  .formatted(
                      address,
                      cause.getMessage() == null
                          ? cause.getClass().getSimpleName()
                          : cause.getMessage()));
    };
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
