package dev.tidemark.cli;

/** What a command's end tells a script: the contract of every command. */
public enum ExitCode {
  /** Nothing that needs action. */
  OK(0),
  /** It found what it looks for: a leak, a finding, a failed gate, something missing. */
  FOUND(1),
  /** Wrong use, or nothing that could be read. */
  UNUSABLE(2),
  /** It can't be told from what there is. */
  INCONCLUSIVE(3),
  /** A bug of Tidemark's own. */
  BUG(70);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
