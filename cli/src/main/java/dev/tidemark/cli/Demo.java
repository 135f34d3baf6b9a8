package dev.tidemark.cli;

import dev.tidemark.collect.Unusable;
import dev.tidemark.collect.live.Pace;
import dev.tidemark.demo.Playback;
import dev.tidemark.demo.Playback.Watched;
import dev.tidemark.demo.Recording;
import dev.tidemark.detect.Sites;
import dev.tidemark.diagnose.Diagnosis;
import dev.tidemark.diagnose.Report;
import dev.tidemark.diagnose.Words;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.frame.FrameOwners;
import dev.tidemark.report.JsonReport;
import dev.tidemark.report.Style;
import dev.tidemark.report.TextReport;
import dev.tidemark.report.html.HtmlReport;
import dev.tidemark.report.html.Subject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code tidemark demo}: a recorded leak and its fixed twin, read live. */
final class Demo implements Command {
  private static final double SPEED = 20;
  private static final String SCENARIO = "contextglobal";

  @Override
  public Syntax syntax() {
    return Syntax.of(
            "demo",
            "plays a recorded run of a leaking Gin service and of its fixed twin over loopback"
                + " HTTP, watches both as inspect watches a live service, and shows the two"
                + " reports, which it also writes as pages. Needs no Go and no network; takes about ten seconds.")
        .choice("--format", List.of("text", "json"), "how to say it (text)")
        .option("--html", "DIR", "where to write both reports as pages (a new temporary folder)")
        .option("--captures", "DIR", "a directory with leaking/ and fixed/ to play instead")
        .example("tidemark demo", "see what Tidemark says of a leak")
        .example("tidemark demo --captures captures/blockedsend", "of another recorded one")
        .build();
  }

  @Override
  public ExitCode run(Arguments arguments, Console console) throws CommandException {
    Path home = Path.of(System.getProperty("tidemark.home", ""));
    Path runs =
        Path.of(
            arguments.value("--captures", home.resolve("captures").resolve(SCENARIO).toString()));
    Recording leaking = recording(runs.resolve("leaking"));
    Recording fixed = recording(runs.resolve("fixed"));
    boolean isText = !arguments.value("--format", "text").equals("json");
    PrintStream out = console.out();
    if (isText) {
      out.printf(
          "Two recorded runs of a Gin service, %s of real time each, played %.0f times as fast.%n"
              + "Growth is per recorded minute.%n%n",
          Words.duration(leaking.length()), SPEED);
      console.flush();
    }
    List<Watched> both = watchBoth(leaking, fixed, console);
    FrameOwners owners = FrameOwners.withoutHint();
    Diagnosis diagnosis = new Diagnosis(new Sites(owners));
    List<Report> reports = new ArrayList<>();
    for (Watched watched : both) {
      reports.add(diagnosis.report(watched.seen().evidence(watched.address())));
    }
    if (isText) {
      Style style = console.hasColour() ? Style.ANSI : Style.PLAIN;
      out.println("── the leaking service ──────────────────────────────────────────────────────");
      out.print(TextReport.of(reports.get(0), style));
      out.println();
      out.println("── its fixed twin ───────────────────────────────────────────────────────────");
      out.print(TextReport.of(reports.get(1), style));
      out.println();
      out.println("Both as pages to look at in a browser:");
      for (Path page : pages(arguments, both, reports, owners)) {
        out.println("  " + page);
      }
      out.println();
      out.println("Now your own service (it needs `import _ \"net/http/pprof\"`):");
      out.println("  tidemark inspect http://127.0.0.1:6060 --for 5m");
      out.println("  tidemark inspect a-directory-of-captures/");
    } else {
      if (!arguments.value("--html", "").isEmpty()) {
        pages(arguments, both, reports, owners);
      }
      out.print(JsonReport.of(reports));
    }
    return ExitCode.OK;
  }

  private static List<Path> pages(
      Arguments arguments, List<Watched> both, List<Report> reports, FrameOwners owners)
      throws CommandException {
    String chosen = arguments.value("--html", "");
    try {
      Path folder =
          chosen.isEmpty()
              ? Files.createTempDirectory("tidemark-demo-")
              : Files.createDirectories(Path.of(chosen));
      List<Path> pages = List.of(folder.resolve("leaking.html"), folder.resolve("fixed.html"));
      for (int i = 0; i < pages.size(); i++) {
        Subject subject = HtmlPage.subject(both.get(i).seen(), reports.get(i));
        Files.writeString(pages.get(i), HtmlReport.of(List.of(subject), owners));
      }
      return pages;
    } catch (IOException e) {
      throw new CommandException(
          "can't write the pages to " + (chosen.isEmpty() ? "a temporary folder" : chosen),
          "name another folder: --html DIR");
    }
  }

  private static Recording recording(Path directory) throws CommandException {
    try {
      return Recording.in(directory);
    } catch (IOException e) {
      throw new CommandException(
          "no recorded run in " + directory,
          "the captures lie in the folder captures/ of Tidemark");
    }
  }

  private static List<Watched> watchBoth(Recording leaking, Recording fixed, Console console)
      throws CommandException {
    Limits limits = Limits.forHeap(Runtime.getRuntime().maxMemory());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Watched> first =
          threads.submit(() ->
              new Playback(leaking, SPEED, limits)
                  .watch(
                      Pace.real(),
                      progress -> LiveOptions.show("both services", progress, console)));
      Future<Watched> second =
          threads.submit(
              () -> new Playback(fixed, SPEED, limits).watch(Pace.real(), progress -> {}));
      return List.of(first.get(), second.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Unusable || e.getCause() instanceof IOException) {
        throw new CommandException(String.valueOf(e.getCause().getMessage()), "");
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw new CommandException("the demo was interrupted", "");
    } finally {
      LiveOptions.clear(console);
    }
  }
}
