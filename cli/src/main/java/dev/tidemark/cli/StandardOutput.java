package dev.tidemark.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output, for which a reader that has seen enough ({@code | head}) is no failure. */
final class StandardOutput extends OutputStream {
  private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
  private boolean isWanted = true;

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (!isWanted) {
      return;
    }
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      // The JDK gives errno by its text only (strerror of EPIPE).
      if (!"Broken pipe".equals(e.getMessage())) {
        throw e;
      }
      isWanted = false;
    }
  }
}
