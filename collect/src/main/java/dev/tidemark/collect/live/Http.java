package dev.tidemark.collect.live;

import dev.tidemark.collect.Unusable;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
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

  /** An answer with status 200, empty on 404. */
  Optional<byte[]> get(URI address, Duration extra) throws Unusable, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(access.timeout().plus(extra)).GET();
    for (String header : access.headers()) {
      int colon = header.indexOf(':');
      try {
        request.header(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
      } catch (IllegalArgumentException e) {
        throw new Unusable("a header that can't be sent: " + header.substring(0, colon));
      }
    }
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return switch (response.statusCode()) {
          case 200 -> Optional.of(whole(body, address));
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
      }
    } catch (HttpTimeoutException e) {
      throw new Unusable(
          "%s gave no whole answer within %d s (--timeout)"
              .formatted(address, access.timeout().plus(extra).toSeconds()));
    } catch (ConnectException e) {
      throw new Unusable("nobody answers at " + address.getAuthority() + "; is the service up?");
    } catch (SSLException e) {
      throw new Unusable(
          "no TLS with %s: %s (--ca names a certificate to trust)"
              .formatted(address.getAuthority(), e.getMessage()));
    } catch (IOException e) {
      throw new Unusable(
          "reading %s broke off: %s"
              .formatted(
                  address, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
    }
  }

  private byte[] whole(InputStream body, URI address) throws IOException, Unusable {
    int most = (int) Math.min(mostBytes, Integer.MAX_VALUE - 8);
    byte[] bytes = body.readNBytes(most);
    if (bytes.length == most && body.read() >= 0) {
      throw new Unusable("%s answers with more than %,d bytes".formatted(address, most));
    }
    return bytes;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
