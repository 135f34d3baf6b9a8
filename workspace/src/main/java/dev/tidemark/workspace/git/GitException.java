package dev.tidemark.workspace.git;

/** A repository that can't give what it is asked for: what is wrong, and what to do. */
public final class GitException extends Exception {
  private static final long serialVersionUID = 1;

  private final String sentence;
  private final String advice;

  GitException(String sentence, String advice) {
    super(sentence);
    this.sentence = sentence;
    this.advice = advice;
  }

  @Override
  public String getMessage() {
    return sentence;
  }

  public String advice() {
    return advice;
  }
}
