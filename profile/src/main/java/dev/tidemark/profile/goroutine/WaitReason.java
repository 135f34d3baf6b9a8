package dev.tidemark.profile.goroutine;

import java.util.HashMap;
import java.util.Map;

/**
 * What a goroutine does or waits for: the runtime's wait reasons (runtime/runtime2.go, {@code
 * waitReasonStrings}, Go 1.5 to 1.26) and, for goroutines that wait for nothing, their status
 * (runtime/traceback.go, {@code gStatusStrings}).
 */
public enum WaitReason {
  CHANNEL_SEND("chan send", Cause.CHANNEL_SEND),
  CHANNEL_SEND_NIL("chan send (nil chan)", Cause.NOTHING_EVER),
  CHANNEL_RECEIVE("chan receive", Cause.CHANNEL_RECEIVE),
  CHANNEL_RECEIVE_NIL("chan receive (nil chan)", Cause.NOTHING_EVER),
  SELECT("select", Cause.SELECT),
  SELECT_NO_CASES("select (no cases)", Cause.NOTHING_EVER),
  IO_WAIT("IO wait", Cause.NETWORK),
  SLEEP("sleep", Cause.TIMER),
  MUTEX_LOCK("sync.Mutex.Lock", Cause.LOCK),
  READ_LOCK("sync.RWMutex.RLock", Cause.LOCK),
  WRITE_LOCK("sync.RWMutex.Lock", Cause.LOCK),
  SEMAPHORE("semacquire", Cause.SEMAPHORE),
  CONDITION("sync.Cond.Wait", Cause.CONDITION),
  WAIT_GROUP("sync.WaitGroup.Wait", Cause.WAIT_GROUP),
  COROUTINE("coroutine", Cause.COROUTINE),
  SYNCTEST_RUN("synctest.Run", Cause.TEST),
  SYNCTEST_WAIT("synctest.Wait", Cause.TEST),

  FINALIZER_WAIT("finalizer wait", Cause.RUNTIME),
  CLEANUP_WAIT("cleanup wait", Cause.RUNTIME),
  FORCE_GC_IDLE("force gc (idle)", Cause.RUNTIME),
  GOMAXPROCS_UPDATER_IDLE("GOMAXPROCS updater (idle)", Cause.RUNTIME),
  GC_WORKER_IDLE("GC worker (idle)", Cause.RUNTIME),
  GC_WORKER_ACTIVE("GC worker (active)", Cause.RUNTIME),
  GC_ASSIST_MARKING("GC assist marking", Cause.RUNTIME),
  GC_ASSIST_WAIT("GC assist wait", Cause.RUNTIME),
  GC_SWEEP_WAIT("GC sweep wait", Cause.RUNTIME),
  GC_SCAVENGE_WAIT("GC scavenge wait", Cause.RUNTIME),
  GC_MARK_TERMINATION("GC mark termination", Cause.RUNTIME),
  GC_WEAK_TO_STRONG_WAIT("GC weak to strong wait", Cause.RUNTIME),
  GARBAGE_COLLECTION("garbage collection", Cause.RUNTIME),
  GARBAGE_COLLECTION_SCAN("garbage collection scan", Cause.RUNTIME),
  WAIT_FOR_GC_CYCLE("wait for GC cycle", Cause.RUNTIME),
  STOPPING_THE_WORLD("stopping the world", Cause.RUNTIME),
  FLUSHING_PROC_CACHES("flushing proc caches", Cause.RUNTIME),
  DUMPING_HEAP("dumping heap", Cause.RUNTIME),
  PANIC_WAIT("panicwait", Cause.RUNTIME),
  DEBUG_CALL("debug call", Cause.RUNTIME),
  TRACE_READER_BLOCKED("trace reader (blocked)", Cause.RUNTIME),
  TRACE_GOROUTINE_STATUS("trace goroutine status", Cause.RUNTIME),
  TRACE_PROC_STATUS("trace proc status", Cause.RUNTIME),
  PAGE_TRACE_FLUSH("page trace flush", Cause.RUNTIME),

  RUNNING("running", Cause.NOT_WAITING),
  RUNNABLE("runnable", Cause.NOT_WAITING),
  PREEMPTED("preempted", Cause.NOT_WAITING),
  SYSCALL("syscall", Cause.SYSCALL),
  CGO_CALLBACK("waiting for cgo callback", Cause.SYSCALL),
  IDLE("idle", Cause.NOT_WAITING),
  DEAD("dead", Cause.NOT_WAITING),
  COPY_STACK("copystack", Cause.NOT_WAITING),
  LEAKED("leaked", Cause.UNKNOWN),
  WAITING("waiting", Cause.UNKNOWN),
  /** A text this list does not have, or a stack that does not tell. */
  UNKNOWN("", Cause.UNKNOWN);

  /** What would have to happen for the goroutine to go on. */
  public enum Cause {
    CHANNEL_SEND,
    CHANNEL_RECEIVE,
    SELECT,
    LOCK,
    SEMAPHORE,
    CONDITION,
    WAIT_GROUP,
    NETWORK,
    TIMER,
    SYSCALL,
    COROUTINE,
    TEST,
    /** A nil channel or {@code select {}}: nothing can. */
    NOTHING_EVER,
    /** The runtime's own goroutines, and waits that the collector imposes. */
    RUNTIME,
    NOT_WAITING,
    UNKNOWN
  }

  private static final Map<String, WaitReason> BY_TEXT = byText();

  private final String text;
  private final Cause cause;

  WaitReason(String text, Cause cause) {
    this.text = text;
    this.cause = cause;
  }

  /** As a dump's header writes it. */
  public String text() {
    return text;
  }

  public Cause cause() {
    return cause;
  }

  /**
   * The reason a header names. {@code (durable)}, which marks a wait inside a synctest bubble, is
   * no other reason.
   */
  public static WaitReason of(String text) {
    String durable = " (durable)";
    String plain =
        text.endsWith(durable) ? text.substring(0, text.length() - durable.length()) : text;
    return BY_TEXT.getOrDefault(plain, UNKNOWN);
  }

  private static Map<String, WaitReason> byText() {
    Map<String, WaitReason> reasons = new HashMap<>();
    for (WaitReason reason : values()) {
      if (reason != UNKNOWN) {
        reasons.put(reason.text, reason);
      }
    }
    return Map.copyOf(reasons);
  }
}
