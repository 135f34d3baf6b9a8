package dev.tidemark.diagnose;

import java.util.List;

/**
 * The source that a report was joined with.
 *
 * @param folder empty where there is none
 * @param packages how many were looked at
 * @param latent findings on paths that do not grow here
 */
public record Code(String folder, int packages, List<CodeFinding> latent) {
  public static final Code NONE = new Code("", 0, List.of());

  public Code {
    latent = List.copyOf(latent);
  }

  public boolean isNone() {
    return folder.isEmpty();
  }
}
