package dev.tidemark.cli;

/**
 * Wrong use, or nothing readable: a sentence on what is wrong, and one on what to do that may be
 * empty.
 */
public final class CommandException extends Exception {
  private static final long serialVersionUID = 1;

  private final String sentence;
  private final String advice;

  public CommandException(String sentence, String advice) {
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
