package dev.tidemark.collect.live;

import dev.tidemark.collect.Unusable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * How to get into a target.
 *
 * @param headers sent with every request, {@code Name: value}
 * @param authority certificates to trust, PEM, beside those of the JDK; empty path for none
 * @param certificate client certificate chain, PEM; empty path for none
 * @param key its private key, PEM (PKCS #8)
 * @param timeout for connecting, and for each whole answer
 */
public record Access(
    List<String> headers, Path authority, Path certificate, Path key, Duration timeout) {
  private static final Path NONE = Path.of("");

  public Access {
    headers = List.copyOf(headers);
  }

  public static Access open(Duration timeout) {
    return new Access(List.of(), NONE, NONE, NONE, timeout);
  }

  public Access withHeader(String header) throws Unusable {
    int colon = header.indexOf(':');
    if (colon <= 0) {
      throw new Unusable("a header is `Name: value`, not `" + header + "`");
    }
    List<String> more = new ArrayList<>(headers);
    more.add(header);
    return new Access(more, authority, certificate, key, timeout);
  }

  public Access withUser(String userAndPassword) throws Unusable {
    byte[] plain = userAndPassword.getBytes(StandardCharsets.UTF_8);
    return withHeader("Authorization: Basic " + Base64.getEncoder().encodeToString(plain));
  }

  public Access withToken(String token) throws Unusable {
    return withHeader("Authorization: Bearer " + token);
  }

  public Access withAuthority(Path pem) {
    return new Access(headers, pem, certificate, key, timeout);
  }

  public Access withCertificate(Path pem, Path keyPem) {
    return new Access(headers, authority, pem, keyPem, timeout);
  }

  /** Whether a stranger without these would be turned away, as far as this side can tell. */
  boolean isProtected() {
    return !headers.isEmpty() || certificatePath().isPresent();
  }

  Optional<Path> authorityPath() {
    return authority.equals(NONE) ? Optional.empty() : Optional.of(authority);
  }

  Optional<Path> certificatePath() {
    return certificate.equals(NONE) ? Optional.empty() : Optional.of(certificate);
  }
}
