package dev.tidemark.workspace;

import dev.tidemark.golang.module.FileTree;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of what stands in files: the same for the same names and bytes. */
public final class SourceDigests {
  private static final int LENGTH = 16;

  private SourceDigests() {}

  /** Of the Go files of a folder, without those below it. */
  public static String ofFolder(FileTree files, String folder) {
    MessageDigest digest = sha256();
    for (FileTree.Entry entry : files.list(folder)) {
      if (entry.kind() == FileTree.Kind.FILE && entry.name().endsWith(".go")) {
        add(entry.name(), files.read(folder + "/" + entry.name()).orElse(new byte[0]), digest);
      }
    }
    return text(digest);
  }

  /** Of one file; the same for one that is not there as for one that is empty. */
  public static String ofFile(FileTree files, String path) {
    MessageDigest digest = sha256();
    add(path, files.read(path).orElse(new byte[0]), digest);
    return text(digest);
  }

  /** Of a text. */
  public static String of(String text) {
    MessageDigest digest = sha256();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return text(digest);
  }

  private static void add(String name, byte[] bytes, MessageDigest digest) {
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(bytes);
  }

  private static String text(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, LENGTH);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
