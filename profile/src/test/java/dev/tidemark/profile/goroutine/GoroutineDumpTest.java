package dev.tidemark.profile.goroutine;

import static dev.tidemark.profile.SampleFiles.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.Label;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.SampleFiles;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoroutineDumpTest {
  static GoroutineDump dump(String text) throws MalformedProfileException {
    return GoroutineDump.parse(bytes(text), Limits.DEFAULT);
  }

  static GoroutineDump sample(String name) throws MalformedProfileException {
    return GoroutineDump.parse(SampleFiles.read(name), Limits.DEFAULT);
  }

  @Test
  void aDumpGroupsGoroutinesByStackAndState() throws MalformedProfileException {
    GoroutineDump dump = sample("goroutine-debug2.txt");
    String text = new String(SampleFiles.read("goroutine-debug2.txt"), StandardCharsets.UTF_8);
    assertThat(dump.count())
        .isEqualTo((int) text.lines().filter(line -> line.startsWith("goroutine ")).count());
    GoroutineGroup first = dump.groups().getFirst();
    assertThat(first.count()).isEqualTo(6);
    assertThat(first.reason()).isEqualTo(WaitReason.CHANNEL_SEND);
    assertThat(first.frames())
        .extracting(Frame::toString)
        .containsExactly(
            "github.com/acme/shop/middleware.(*Auditor[...]).Send.func1.2"
                + " github.com/acme/shop/middleware/audit.go:34",
            "runtime/pprof.Do runtime/pprof/runtime.go:57",
            "github.com/acme/shop/middleware.(*Auditor[...]).Send.func1"
                + " github.com/acme/shop/middleware/audit.go:33");
    assertThat(first.createdBy())
        .containsExactly(
            new Frame(
                "github.com/acme/shop/middleware.(*Auditor[...]).Send",
                "github.com/acme/shop/middleware/audit.go",
                29));
    assertThat(dump.groups().stream().mapToInt(GoroutineGroup::count).sum())
        .isEqualTo(dump.count());
    assertThat(dump.notes()).isEqualTo(new DumpNotes(List.of(), 0, false, 0));
  }

  @Test
  void everyKindOfWaitIsToldApart() throws MalformedProfileException {
    assertThat(sample("goroutine-debug2.txt").groups())
        .extracting(GoroutineGroup::reason)
        .contains(
            WaitReason.RUNNING,
            WaitReason.CHANNEL_SEND,
            WaitReason.CHANNEL_SEND_NIL,
            WaitReason.CHANNEL_RECEIVE,
            WaitReason.CHANNEL_RECEIVE_NIL,
            WaitReason.SELECT,
            WaitReason.SELECT_NO_CASES,
            WaitReason.MUTEX_LOCK,
            WaitReason.READ_LOCK,
            WaitReason.WAIT_GROUP,
            WaitReason.CONDITION,
            WaitReason.IO_WAIT,
            WaitReason.SLEEP)
        .doesNotContain(WaitReason.UNKNOWN);
  }

  @Test
  void aDeepStackKeepsItsEndsAndSaysThatItsMiddleIsMissing() throws MalformedProfileException {
    GoroutineDump dump = sample("goroutine-debug2.txt");
    assertThat(dump.marks()).contains((byte) GoroutineMark.FRAMES_ELIDED.bit());
    assertThat(dump.groups())
        .filteredOn(group -> group.frames().size() == 100)
        .singleElement()
        .satisfies(
            group -> assertThat(group.frames().getFirst().function()).isEqualTo("time.Sleep"));
  }

  @Test
  void aQuitSignalsDumpHasWaitsLabelsAndRegisters() throws MalformedProfileException {
    GoroutineDump dump = sample("sigquit.txt");
    assertThat(dump.notes().crash()).containsExactly("SIGQUIT: quit");
    assertThat(dump.notes().skippedLines()).isZero();
    assertThat(dump.waitMinutes()).contains(1);
    assertThat(dump.labelSets())
        .contains(
            List.of(new Label.Text("route", "/cart"), new Label.Text("tenant", "acme \"one\"")));
    assertThat(dump.stacks().frames())
        .extracting(Frame::function)
        .contains("runtime.gopark")
        .noneMatch(function -> function.contains("0x") || function.contains(" "));
  }

  @Test
  void stacksInAQuitSignalsDumpTellTheSameAsTheirHeaders() throws MalformedProfileException {
    for (GoroutineGroup group : sample("sigquit.txt").groups()) {
      List<String> functions = group.frames().stream().map(Frame::function).toList();
      if (functions.getFirst().equals("runtime.gopark")) {
        WaitReason inferred = StackWait.infer(functions);
        WaitReason said = group.reason();
        boolean sameKind = inferred == said || said.text().startsWith(inferred.text() + " (nil");
        boolean running = functions.contains("runtime.gcBgMarkWorker");
        assertThat(sameKind || running).as("%s in %s", said, functions).isTrue();
      }
    }
  }

  @Test
  void aPanicsDumpSaysWhyAndWhere() throws MalformedProfileException {
    assertThat(sample("panic.txt").notes().crash())
        .containsExactly("panic: first [recovered]", "panic: again: first");
    GoroutineDump nil = sample("nil.txt");
    assertThat(nil.count()).isEqualTo(1);
    assertThat(nil.notes().crash())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("[signal SIGSEGV: segmentation violation");
    assertThat(nil.stacks().stack(0))
        .extracting(Frame::function)
        .containsExactly(
            "internal/sync.(*Mutex).Lock",
            "sync.(*Mutex).Lock",
            "github.com/acme/shop/middleware.(*Auditor[...]).Keep",
            "main.main");
    assertThat(sample("deadlock.txt").notes().crash())
        .containsExactly("fatal error: all goroutines are asleep - deadlock!");
    assertThat(sample("panic.txt").stacks().frames())
        .extracting(Frame::function)
        .contains("runtime.gopanic")
        .doesNotContain("panic");
  }

  @Test
  void everythingAHeaderCanSayIsRead() throws MalformedProfileException {
    GoroutineDump dump =
        dump(
            """
            goroutine 1 gp=0xc000002380 m=3 mp=0xc00004 [chan receive (leaked) (scan), 12 minutes, locked to thread, synctest bubble 4 labels:{"a": "x, ]: \\"y\\"", "b": ""}]:
            main.main()
            \t/src/main.go:5 +0x1d

            goroutine 2 [select (no cases), 99999999999999 minutes {route: /cart, tenant: one}]:
            main.main()
            \t/src/main.go:5 +0x1d

            goroutine 3 [something new]:
            main.main()
            \t/src/main.go:5 +0x1d
            """);
    assertThat(dump.count()).isEqualTo(3);
    assertThat(dump.states())
        .containsExactly(
            new GoroutineState(WaitReason.CHANNEL_RECEIVE, "chan receive", true),
            new GoroutineState(WaitReason.SELECT_NO_CASES, "select (no cases)", false),
            new GoroutineState(WaitReason.UNKNOWN, "something new", false));
    assertThat(dump.waitMinutes()).containsExactly(12, Integer.MAX_VALUE, 0);
    assertThat(dump.has(0, GoroutineMark.SCAN)).isTrue();
    assertThat(dump.has(0, GoroutineMark.LOCKED_TO_THREAD)).isTrue();
    assertThat(dump.has(0, GoroutineMark.SYNCTEST)).isTrue();
    assertThat(dump.has(1, GoroutineMark.SCAN)).isFalse();
    assertThat(dump.labelSets())
        .containsExactly(
            List.of(),
            List.of(new Label.Text("a", "x, ]: \"y\""), new Label.Text("b", "")),
            List.of(new Label.Text("route", "/cart"), new Label.Text("tenant", "one")));
    assertThat(dump.stacks().count()).isEqualTo(1);
  }

  @Test
  void strangeFramesAreKept() throws MalformedProfileException {
    GoroutineDump dump =
        dump(
            """
            goroutine 7 [running]:
            \tgoroutine running on other thread; stack unavailable
            created by main.start in goroutine 1
            \t/src/main.go:9 +0x1d

            goroutine 8 [syscall]:
            non-Go function at pc=0x7f00
            non-Go function
            \tpc=0x7f01
            zstd_compress
            \t/src/zstd.c:44 pc=0x7f02
            main.(*struct { X int }).Run(...)
            \tC:/my src/main.go:17
            ...additional frames elided...
            created by main.old
            \t/src/main.go:3 +0x5
            [originating from goroutine 5]:
            main.gone(...)
            \t/src/gone.go:1 +0x1
            created by main.gone
            \t/src/gone.go:2 +0x1

            """);
    assertThat(dump.has(0, GoroutineMark.STACK_UNAVAILABLE)).isTrue();
    assertThat(dump.stacks().stack(0)).isEmpty();
    assertThat(dump.creator()).containsExactly(1, 0);
    assertThat(dump.stacks().createdBy(1))
        .containsExactly(new Frame("main.old", "/src/main.go", 3));
    assertThat(dump.stacks().stack(1))
        .containsExactly(
            new Frame("non-Go function", "", 0),
            new Frame("non-Go function", "", 0),
            new Frame("zstd_compress", "/src/zstd.c", 44),
            new Frame("main.(*struct { X int }).Run", "C:/my src/main.go", 17));
    assertThat(dump.has(1, GoroutineMark.FRAMES_ELIDED)).isTrue();
    assertThat(dump.notes().skippedLines()).isZero();
  }

  @Test
  void aCutDumpIsKeptAsFarAsItGoes() throws MalformedProfileException {
    byte[] whole = SampleFiles.read("goroutine-debug2.txt");
    for (int length = 3000; length < 3600; length++) {
      byte[] head = Arrays.copyOf(whole, length);
      GoroutineDump dump = GoroutineDump.parse(head, Limits.DEFAULT);
      assertThat(dump.count()).isBetween(8, 11);
    }
    GoroutineDump cut =
        dump("goroutine 1 [running]:\nmain.a(0x1)\n\t/a.go:1 +0x1\nmain.b(0x1, 0xc0");
    assertThat(cut.notes().cut()).isTrue();
    assertThat(cut.has(0, GoroutineMark.CUT)).isTrue();
    assertThat(cut.stacks().stack(0)).containsExactly(new Frame("main.a", "/a.go", 1));
    assertThat(dump("goroutine 1 [running]:\nmain.a(0x1)\n\t/a.go:1 +0x1").notes().cut()).isFalse();
    assertThat(dump("goroutine 1 [running]:\nmain.a(0x1)\n").notes().cut()).isTrue();
  }

  @Test
  void waitsOfAGroupHaveALongestAndAMedian() throws MalformedProfileException {
    StringBuilder text = new StringBuilder();
    for (int minutes : new int[] {9, 1, 5, 40}) {
      text.append("goroutine 1 [sleep, ").append(minutes).append(" minutes]:\n");
      text.append("main.a()\n\t/a.go:1 +0x1\n\n");
    }
    GoroutineGroup group = dump(text.toString()).groups().getFirst();
    assertThat(group.longestWaitMinutes()).isEqualTo(40);
    assertThat(group.medianWaitMinutes()).isEqualTo(5);
  }

  @Test
  void sizeIsBoundedByTheLimits() {
    byte[] text = SampleFiles.read("goroutine-debug2.txt");
    assertThatThrownBy(() -> GoroutineDump.parse(text, new Limits(100, 100, 100, 100)))
        .isInstanceOf(MalformedProfileException.class)
        .hasMessage("byte 100: more than 100 bytes");
    assertThatThrownBy(() -> GoroutineDump.parse(text, new Limits(1 << 20, 1 << 20, 12, 100)))
        .isInstanceOf(MalformedProfileException.class)
        .hasMessageContaining("more than");
    assertThatThrownBy(() -> GoroutineDump.parse(text, new Limits(1 << 20, 1 << 20, 1000, 3)))
        .isInstanceOf(MalformedProfileException.class)
        .hasMessageContaining("a stack of more than 3 frames");
    assertThatThrownBy(() -> dump("nothing\n"))
        .hasMessage("byte 0: no line \"goroutine N [state]:\": not a goroutine dump");
  }

  @Test
  void ofSeveralDumpsInOneTextTheLastIsRead() throws MalformedProfileException {
    String early =
        """
        goroutine 1 [running]:
        main.main()
        \t/app/main.go:5 +0x1d

        goroutine 7 [chan send]:
        main.leak()
        \t/app/leak.go:9 +0x1d

        """;
    String late = early + "goroutine 8 [chan send]:\nmain.leak()\n\t/app/leak.go:9 +0x1d\n";
    GoroutineDump dump =
        GoroutineDump.parse((early + "a line of the log\n" + late).getBytes(UTF_8), Limits.DEFAULT);
    assertThat(dump.id()).containsExactly(1, 7, 8);
    assertThat(dump.notes().earlierDumps()).isEqualTo(1);
  }
}
