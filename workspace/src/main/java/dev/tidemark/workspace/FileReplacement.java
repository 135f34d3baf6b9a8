package dev.tidemark.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;

/**
 * Replaces what a file holds, all of it or nothing: whoever reads it, or finds it after a crash,
 * has the file as it was or as it is to be. Its mode stays; links are not followed.
 */
public final class FileReplacement {
  private final Watcher watcher;

  public FileReplacement() {
    this(_ -> {});
  }

  /**
   * @param watcher is told of each step before it is done, and may fail in its place
   */
  FileReplacement(Watcher watcher) {
    this.watcher = watcher;
  }

  /** What is done, in this order. */
  enum Step {
    CREATE,
    WRITE,
    COMPARE,
    RENAME
  }

  /** Is told of steps. */
  interface Watcher {
    void before(Step step) throws IOException;
  }

  /** A file was not replaced, and is as it was; the message says why. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String why) {
      super(why);
    }
  }

  /**
   * @param file absolute
   * @param before what it is thought to hold
   * @param after what it is to hold
   */
  public void replace(Path file, byte[] before, byte[] after) throws Refused {
    try {
      if (!file.toRealPath().equals(file)) {
        throw new Refused("it is a link: mend the file that it leads to");
      }
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !Files.isWritable(file)) {
        throw new Refused("it is read-only");
      }
      replaceBeside(file, before, after);
    } catch (NoSuchFileException gone) {
      throw new Refused("it is no longer there");
    } catch (IOException failed) {
      throw new Refused("it can't be written: " + failed.getMessage());
    }
  }

  private void replaceBeside(Path file, byte[] before, byte[] after) throws IOException, Refused {
    Path folder = file.resolveSibling("").toAbsolutePath();
    watcher.before(Step.CREATE);
    Path fresh = Files.createTempFile(folder, "." + file.getFileName() + ".", ".tmp");
    try {
      watcher.before(Step.WRITE);
      write(fresh, file, after);
      watcher.before(Step.COMPARE);
      if (!Arrays.equals(Files.readAllBytes(file), before)) {
        throw new Refused("it has changed since it was read");
      }
      watcher.before(Step.RENAME);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
    sync(folder);
  }

  private static void write(Path fresh, Path file, byte[] bytes) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (old != null) {
      keepMode(old.readAttributes(), fresh);
    }
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  /** What another user owns stays theirs, where it is root that writes; others can't give away. */
  private static void keepMode(PosixFileAttributes old, Path fresh) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
    PosixFileAttributes now = view.readAttributes();
    if (!now.owner().equals(old.owner())) {
      view.setOwner(old.owner());
    }
    if (!now.group().equals(old.group())) {
      view.setGroup(old.group());
    }
    view.setPermissions(old.permissions());
  }

  /** Makes the new name last; where folders can't be opened, the system does so by itself. */
  private static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notHere) {
      // The file is in place: it is only not known whether its name would outlive a crash.
    }
  }
}
