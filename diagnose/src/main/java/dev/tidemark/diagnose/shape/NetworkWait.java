package dev.tidemark.diagnose.shape;

import dev.tidemark.profile.goroutine.WaitReason.Cause;

/**
 * A read from or write to a connection that has no deadline, and whose peer is silent.
 *
 * <pre>{@code
 * n, err := conn.Read(buf)  // found   conn.SetReadDeadline(time.Now().Add(idle))
 *                                      n, err := conn.Read(buf)  // fine
 * }</pre>
 */
final class NetworkWait implements Shape {
  @Override
  public String name() {
    return "network-wait";
  }

  @Override
  public String title() {
    return "goroutines wait for the network without an end";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    // Shorter waits are those of connections in use.
    return goroutines.cause() == Cause.NETWORK && goroutines.suspect().longestWaitMinutes() > 0;
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.ownOrClose(
        seen, "set a deadline before each read and write{in}, and close the connection when done");
  }
}
