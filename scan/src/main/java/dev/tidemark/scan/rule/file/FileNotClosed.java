package dev.tidemark.scan.rule.file;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.release.Acquisition;
import dev.tidemark.scan.release.ReleaseRule;
import dev.tidemark.scan.release.Resource;
import java.util.Optional;
import java.util.Set;

/**
 * A file, listener or connection that is not closed on some path. The garbage collector closes it
 * in the end (os.File and net's descriptors have finalizers), so it is bounded; until then it holds
 * a descriptor.
 */
public final class FileNotClosed extends ReleaseRule {
  private static final Resource RESOURCE = new Resource("the file", "closed", Set.of("Close"));
  private static final Resource SOCKET =
      new Resource("the connection", "closed", Set.of("Close", "CloseNow", "CloseWithError"));

  private static final Set<String> FILES =
      Set.of(
          "os.Open",
          "os.Create",
          "os.OpenFile",
          "os.CreateTemp",
          "io/ioutil.TempFile",
          "archive/zip.OpenReader",
          "os.OpenRoot",
          "mime/multipart.FileHeader.Open");

  private static final Set<String> SOCKETS =
      Set.of(
          "net.Dial",
          "net.DialTimeout",
          "net.Listen",
          "net.ListenPacket",
          "net.ListenTCP",
          "net.ListenUDP",
          "net.DialTCP",
          "net.DialUDP",
          "net.Dialer.Dial",
          "net.Dialer.DialContext",
          "net.ListenConfig.Listen",
          "crypto/tls.Dial",
          "crypto/tls.Listen",
          "github.com/gorilla/websocket.Upgrader.Upgrade",
          "github.com/coder/websocket.Accept",
          "nhooyr.io/websocket.Accept");

  public FileNotClosed() {
    super(
        new RuleInfo(
            "file-not-closed",
            LeakClass.BOUNDED,
            "a file, listener or connection is not closed on every path",
            772,
            "`defer f.Close()` right behind the check of the error"));
  }

  @Override
  protected Optional<Acquisition> acquired(Op.Call call, Body body, Unit unit) {
    if (FILES.contains(call.name())) {
      return Optional.of(Acquisition.of(call, RESOURCE, 0, 1));
    }
    switch (call.name()) {
      case "github.com/gorilla/websocket.Dialer.Dial",
          "github.com/gorilla/websocket.Dialer.DialContext",
          "github.com/coder/websocket.Dial" -> {
        return Optional.of(Acquisition.of(call, SOCKET, 0, 2));
      }
      case "net/http.Request.FormFile" -> {
        return Optional.of(Acquisition.of(call, RESOURCE, 0, 2));
      }
      default -> {}
    }
    return SOCKETS.contains(call.name())
        ? Optional.of(Acquisition.of(call, SOCKET, 0, 1))
        : Optional.empty();
  }
}
