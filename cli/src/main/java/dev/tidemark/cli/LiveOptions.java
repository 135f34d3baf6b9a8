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
import java.util.function.UnaryOperator;

/** The options for reading a live process, and the watch itself. */
final class LiveOptions {
  private static final String LENGTH = "2m";
  private static final String STEP = "10s";

  private LiveOptions() {}

  static boolean isAddress(String source) {
    return source.startsWith("http://") || source.startsWith("https://");
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

  static EvidenceBuilder watch(
      String address,
      Arguments arguments,
      UnaryOperator<Profile> filter,
      Limits limits,
      Console console)
      throws CommandException {
    Watch watch =
        new Watch(
            Durations.parse("--for", arguments.value("--for", LENGTH)),
            Durations.parse("--every", arguments.value("--every", STEP)),
            arguments.has("--gc"),
            Path.of(arguments.value("--save", "")));
    EvidenceBuilder builder = new EvidenceBuilder(limits, filter);
    try (StopOnInterrupt _ = StopOnInterrupt.of(Thread.currentThread())) {
      new LiveRun(Target.of(address), access(arguments), watch, Pace.real(), limits)
          .into(builder, progress -> show(address, progress, console));
    } catch (Unusable e) {
      throw new CommandException(String.valueOf(e.getMessage()), "");
    } finally {
      clear(console);
    }
    return builder;
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
