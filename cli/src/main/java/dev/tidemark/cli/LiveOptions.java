package dev.tidemark.cli;

import dev.tidemark.collect.EvidenceBuilder;
import dev.tidemark.collect.Unusable;
import dev.tidemark.collect.live.Access;
import dev.tidemark.collect.live.LiveRun;
import dev.tidemark.collect.live.Pace;
import dev.tidemark.collect.live.Target;
import dev.tidemark.collect.live.Watch;
import dev.tidemark.diagnose.Words;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The options for reading a live process, and the watch itself. */
final class LiveOptions {
  private static final String LENGTH = "2m";
  private static final String STEP = "10s";

  private LiveOptions() {}

  static boolean isAddress(String source) {
    return source.startsWith("http://") || source.startsWith("https://");
  }

  /** How to watch means something only where a live process is named. */
  static void checkUse(Arguments arguments) throws CommandException {
    for (String source : arguments.operands()) {
      if (isAddress(source)) {
        return;
      }
    }
    for (String option : List.of("--for", "--every", "--save", "--gc")) {
      if (arguments.has(option)) {
        throw new CommandException(
            option + " is for live processes, and only files are named",
            "name one as http://host:port, or leave the option away");
      }
    }
  }

  static void addTo(Syntax.Builder syntax) {
    syntax
        .option("--for", "TIME", "how long to watch a live process (" + LENGTH + ")")
        .option("--every", "TIME", "from one reading to the next (" + STEP + ")")
        .option("--save", "DIR", "keep the captures there, to be read again")
        .flag("--gc", "force three collections before each reading (it stops the process)")
        .repeatable("--header", "'NAME: VALUE'", "send it with every request")
        .option("--user", "NAME:PASSWORD", "basic authentication")
        .option("--token", "TOKEN", "bearer authentication")
        .option("--ca", "FILE", "certificates to trust, PEM")
        .option("--cert", "FILE", "client certificate, PEM; with --key")
        .option("--key", "FILE", "its private key, PEM (PKCS #8)")
        .option("--timeout", "TIME", "for each answer (10s)");
  }

  /**
   * Watches all targets at the same time. One that does not answer among others is told of as
   * unreadable.
   */
  static Map<String, EvidenceBuilder> watch(
      List<String> addresses,
      Arguments arguments,
      UnaryOperator<Profile> filter,
      Limits limits,
      Console console)
      throws CommandException {
    if (addresses.isEmpty()) {
      return Map.of();
    }
    Watch watch =
        new Watch(
            Durations.parse("--for", arguments.value("--for", LENGTH)),
            Durations.parse("--every", arguments.value("--every", STEP)),
            arguments.has("--gc"),
            Path.of(arguments.value("--save", "")));
    Map<String, EvidenceBuilder> processes = new LinkedHashMap<>();
    List<Thread> watchers = new ArrayList<>();
    try (StopOnInterrupt _ = StopOnInterrupt.of(Thread.currentThread())) {
      Access access = access(arguments);
      for (String address : addresses) {
        if (processes.containsKey(address)) {
          continue;
        }
        EvidenceBuilder builder = new EvidenceBuilder(limits, filter);
        processes.put(address, builder);
        Target target = Target.of(address);
        Watch one = addresses.size() == 1 ? watch : watch.in(target.directoryName());
        LiveRun run = new LiveRun(target, access, one, Pace.real(), limits);
        watchers.add(
            Thread.ofVirtual()
                .unstarted(() -> {
                  try {
                    run.into(builder, progress -> show(address, progress, console));
                  } catch (Unusable e) {
                    builder.addUnreadable(address, String.valueOf(e.getMessage()));
                  }
                }));
      }
      watchers.forEach(Thread::start);
      join(watchers);
    } catch (Unusable e) {
      throw new CommandException(String.valueOf(e.getMessage()), "");
    } finally {
      clear(console);
    }
    return processes;
  }

  /** Waits for all; an interrupt is handed on to them, and what they have seen is kept. */
  private static void join(List<Thread> watchers) {
    for (Thread watcher : watchers) {
      boolean isOver = false;
      while (!isOver) {
        try {
          watcher.join();
          isOver = true;
        } catch (InterruptedException _) {
          watchers.forEach(Thread::interrupt);
        }
      }
    }
  }

  private static Access access(Arguments arguments) throws CommandException, Unusable {
    Access access = Access.open(Durations.parse("--timeout", arguments.value("--timeout", "10s")));
    for (String header : arguments.values("--header")) {
      access = access.withHeader(header);
    }
    if (arguments.has("--user")) {
      access = access.withUser(arguments.value("--user", ""));
    }
    if (arguments.has("--token")) {
      access = access.withToken(arguments.value("--token", ""));
    }
    if (arguments.has("--ca")) {
      access = access.withAuthority(Path.of(arguments.value("--ca", "")));
    }
    if (arguments.has("--cert") != arguments.has("--key")) {
      throw new CommandException("--cert and --key go together", "");
    }
    return arguments.has("--cert")
        ? access.withCertificate(
            Path.of(arguments.value("--cert", "")), Path.of(arguments.value("--key", "")))
        : access;
  }

  static void show(String address, LiveRun.Progress progress, Console console) {
    if (console.showsProgress()) {
      console
          .err()
          .print(
              "\r%s: reading %d of %d, %s left (Ctrl-C: verdict now)\u001b[K"
                  .formatted(
                      address,
                      progress.reading(),
                      progress.readings(),
                      Words.duration(progress.left())));
      console.err().flush();
    }
  }

  static void clear(Console console) {
    if (console.showsProgress()) {
      console.err().print("\r\u001b[K");
      console.err().flush();
    }
  }
}
