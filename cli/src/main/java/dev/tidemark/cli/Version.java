package dev.tidemark.cli;

/**
 * What this build is called.
 *
 * @param number as the reactor has it
 * @param commit what it was built from; empty if that is not known
 */
record Version(String number, String commit) {

  static Version current() {
    return new Version(BuildNumber.TEXT, System.getProperty("tidemark.commit", ""));
  }

  String line() {
    return "tidemark " + number + (commit.isEmpty() ? "" : " (" + commit + ")");
  }
}
