package dev.tidemark.collect.live;

import dev.tidemark.collect.FileProblem;
import dev.tidemark.collect.Unusable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Makes the TLS side of an {@link Access} out of PEM files. */
final class TrustAndKeys {
  private static final char[] NO_PASSWORD = new char[0];
  private static final String KEY_HEAD = "-----BEGIN PRIVATE KEY-----";
  private static final String KEY_FOOT = "-----END PRIVATE KEY-----";

  private TrustAndKeys() {}

  static SSLContext context(Access access) throws Unusable {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(access), trust(access), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new Unusable("can't set up TLS: " + e.getMessage());
    }
  }

  private static TrustManager[] trust(Access access)
      throws GeneralSecurityException, IOException, Unusable {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    if (access.authorityPath().isEmpty()) {
      factory.init((KeyStore) null);
      return factory.getTrustManagers();
    }
    KeyStore store = emptyStore();
    int i = 0;
    for (Certificate certificate : certificates(access.authorityPath().get())) {
      store.setCertificateEntry("authority" + i++, certificate);
    }
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyManager[] keys(Access access)
      throws GeneralSecurityException, IOException, Unusable {
    if (access.certificatePath().isEmpty()) {
      return new KeyManager[0];
    }
    KeyStore store = emptyStore();
    Certificate[] chain = certificates(access.certificatePath().get()).toArray(new Certificate[0]);
    store.setKeyEntry("client", privateKey(access.key()), NO_PASSWORD, chain);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }

  private static Collection<? extends Certificate> certificates(Path pem)
      throws GeneralSecurityException, Unusable {
    Collection<? extends Certificate> certificates =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(bytes(pem)));
    if (certificates.isEmpty()) {
      throw new Unusable("no certificate in " + pem);
    }
    return certificates;
  }

  private static PrivateKey privateKey(Path pem) throws GeneralSecurityException, Unusable {
    String text = new String(bytes(pem), StandardCharsets.US_ASCII);
    int from = text.indexOf(KEY_HEAD);
    int to = text.indexOf(KEY_FOOT);
    if (from < 0 || to < from) {
      throw new Unusable(
          "%s holds no PKCS #8 key; `openssl pkcs8 -topk8 -nocrypt -in %s` makes one"
              .formatted(pem, pem));
    }
    byte[] der = Base64.getMimeDecoder().decode(text.substring(from + KEY_HEAD.length(), to));
    for (String algorithm : List.of("EC", "RSA", "Ed25519")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      } catch (InvalidKeySpecException _) {
        // Of another kind; the next one may know it.
      }
    }
    throw new Unusable(pem + " holds a key that is neither EC, RSA nor Ed25519");
  }

  private static byte[] bytes(Path file) throws Unusable {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Unusable("can't read " + file + ": " + FileProblem.inWords(e));
    }
  }
}
