package dev.tidemark.benchmarks.beside;

import java.nio.file.Path;

/**
 * What every work needs.
 *
 * @param home the folder of the launcher
 * @param inputs what {@code benchmarks/run} generated
 * @param peers the Go programs it built
 * @param isQuick whether a rough figure will do
 */
record Bench(Path home, Path inputs, Path peers, boolean isQuick) {
  Path input(String name) {
    return inputs.resolve(name);
  }

  String tidemark() {
    return home.resolve("tidemark").toString();
  }

  Commands commands() {
    return new Commands(peers.resolve("measure"));
  }

  int rounds(int ordinary) {
    return isQuick ? Math.max(1, ordinary / 5) : ordinary;
  }
}
