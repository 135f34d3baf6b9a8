package dev.tidemark.collect;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What went wrong with a file, in words and without its name, which the sentence around has. */
public final class FileProblem {
  private FileProblem() {}

  /** {@code no such file or directory}, {@code not allowed}, {@code No space left on device}. */
  public static String inWords(IOException problem) {
    return switch (problem) {
      case NoSuchFileException _ -> "no such file or directory";
      case AccessDeniedException _ -> "not allowed";
      case FileAlreadyExistsException _ -> "there is a file of that name";
      case NotDirectoryException _ -> "that is no directory";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default ->
          problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
    };
  }
}
