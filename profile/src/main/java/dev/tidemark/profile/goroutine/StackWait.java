package dev.tidemark.profile.goroutine;

import java.util.List;

/**
 * What a goroutine waits for, read off the runtime functions at the leaf of its stack. Profiles in
 * protobuf ({@code ?debug=0}) carry those functions and no state.
 *
 * <p>Not told apart there: a nil channel from one nobody uses (both park in {@code chansend} or
 * {@code chanrecv}), and running from runnable.
 */
public final class StackWait {
  /**
   * A wait lies within this many frames of the leaf: gopark, the primitive, its callers in sync.
   */
  private static final int DEPTH = 10;

  private StackWait() {}

  /**
   * The reason for a stack.
   *
   * @param functions names, leaf first
   */
  public static WaitReason infer(List<String> functions) {
    WaitReason reason = WaitReason.UNKNOWN;
    int depth = Math.min(DEPTH, functions.size());
    for (int i = 0; i < depth; i++) {
      String function = functions.get(i);
      WaitReason named = named(function);
      if (named != WaitReason.UNKNOWN) {
        reason = named;
        if (reason != WaitReason.SEMAPHORE) {
          return reason;
        }
      } else if (!isPartOfAWait(function)) {
        break;
      }
    }
    if (reason != WaitReason.UNKNOWN || functions.isEmpty()) {
      return reason;
    }
    return functions.getFirst().equals("runtime.gopark") ? WaitReason.WAITING : WaitReason.RUNNING;
  }

  private static WaitReason named(String function) {
    return switch (function) {
      case "runtime.chansend", "runtime.chansend1" -> WaitReason.CHANNEL_SEND;
      case "runtime.chanrecv", "runtime.chanrecv1", "runtime.chanrecv2" ->
          WaitReason.CHANNEL_RECEIVE;
      case "runtime.selectgo" -> WaitReason.SELECT;
      case "runtime.block" -> WaitReason.SELECT_NO_CASES;
      case "runtime.netpollblock", "internal/poll.runtime_pollWait" -> WaitReason.IO_WAIT;
      case "time.Sleep", "runtime.timeSleep" -> WaitReason.SLEEP;
      // Go on from these: the caller in package sync names the primitive.
      case "runtime.semacquire",
          "runtime.semacquire1",
          "sync.runtime_Semacquire",
          "internal/poll.runtime_Semacquire" ->
          WaitReason.SEMAPHORE;
      case "sync.(*Mutex).Lock", "internal/sync.(*Mutex).Lock", "internal/sync.(*Mutex).lockSlow" ->
          WaitReason.MUTEX_LOCK;
      case "sync.(*RWMutex).RLock", "sync.runtime_SemacquireRWMutexR" -> WaitReason.READ_LOCK;
      case "sync.(*RWMutex).Lock", "sync.runtime_SemacquireRWMutex" -> WaitReason.WRITE_LOCK;
      case "sync.(*WaitGroup).Wait", "sync.runtime_SemacquireWaitGroup" -> WaitReason.WAIT_GROUP;
      case "sync.runtime_notifyListWait", "sync.(*Cond).Wait" -> WaitReason.CONDITION;
      case "runtime.coroswitch", "runtime.coroswitch_m" -> WaitReason.COROUTINE;
      case "runtime.runfinq", "runtime.runFinalizers" -> WaitReason.FINALIZER_WAIT;
      case "runtime.runCleanups", "runtime.(*cleanupQueue).dequeue" -> WaitReason.CLEANUP_WAIT;
      case "runtime.forcegchelper" -> WaitReason.FORCE_GC_IDLE;
      case "runtime.gcBgMarkWorker" -> WaitReason.GC_WORKER_IDLE;
      case "runtime.bgsweep" -> WaitReason.GC_SWEEP_WAIT;
      case "runtime.bgscavenge" -> WaitReason.GC_SCAVENGE_WAIT;
      case "runtime.updateMaxProcsGoroutine" -> WaitReason.GOMAXPROCS_UPDATER_IDLE;
      case "runtime.gcParkAssist" -> WaitReason.GC_ASSIST_WAIT;
      case "runtime.asyncPreempt",
          "runtime.asyncPreempt2",
          "runtime.Gosched",
          "runtime.goschedIfBusy" ->
          WaitReason.RUNNABLE;
      case "runtime.cgocall",
          "runtime.entersyscall",
          "runtime.notetsleepg",
          "os/signal.signal_recv" ->
          WaitReason.SYSCALL;
      default -> isSystemCall(function) ? WaitReason.SYSCALL : WaitReason.UNKNOWN;
    };
  }

  private static boolean isSystemCall(String function) {
    return function.startsWith("syscall.Syscall")
        || function.startsWith("syscall.RawSyscall")
        || function.startsWith("syscall.syscall")
        || function.startsWith("internal/runtime/syscall.")
        || function.startsWith("runtime/internal/syscall.");
  }

  private static boolean isPartOfAWait(String function) {
    return function.startsWith("runtime.")
        || function.startsWith("sync.")
        || function.startsWith("internal/sync.");
  }
}
