package dev.tidemark.collect.live;

import dev.tidemark.collect.Unusable;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/**
 * A running process we read.
 *
 * @param pprof address of its profiles, ending in a slash
 * @param metrics address of its metrics
 */
public record Target(URI pprof, URI metrics) {
  private static final String PPROF = "/debug/pprof/";

  /**
   * The target of an address: {@code http://host:port}, with the path under which {@code
   * /debug/pprof/} lies if it is not the root.
   */
  public static Target of(String address) throws Unusable {
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException e) {
      throw new Unusable("no address: " + address + " (" + e.getReason() + ")");
    }
    if (uri.getRawUserInfo() != null) {
      throw new Unusable("no name and password in an address; give --user NAME:PASSWORD");
    }
    if (uri.getHost() == null) {
      throw new Unusable("no host in " + address);
    }
    if (uri.getPort() > 65_535 || uri.getPort() == 0) {
      throw new Unusable("no such port: " + uri.getPort());
    }
    String path = uri.getPath() == null ? "" : uri.getPath();
    int at = (path + "/").indexOf(PPROF);
    String base = at >= 0 ? path.substring(0, at) : path.replaceAll("/+$", "");
    return new Target(uri.resolve(base + PPROF), uri.resolve(base + "/metrics"));
  }

  /** A name for a directory of its captures: host and port. */
  public String directoryName() {
    return pprof.getAuthority().replaceAll("[^A-Za-z0-9.-]", "_");
  }

  boolean isSecure() {
    return "https".equals(pprof.getScheme());
  }

  /** Whether only this machine can reach it. */
  boolean isLoopback() {
    try {
      return InetAddress.getByName(pprof.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
