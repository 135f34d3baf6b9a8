package dev.tidemark.cli;

/** The only main of the program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("tidemark 0.1.0-SNAPSHOT");
  }
}
