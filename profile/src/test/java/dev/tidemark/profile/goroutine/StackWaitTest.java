package dev.tidemark.profile.goroutine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackWaitTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CHANNEL_SEND     | runtime.gopark runtime.chansend runtime.chansend1 main.F
          CHANNEL_RECEIVE  | runtime.gopark runtime.chanrecv runtime.chanrecv1 main.F
          SELECT           | runtime.gopark runtime.selectgo net/http.(*persistConn).writeLoop
          SELECT_NO_CASES  | runtime.gopark runtime.block main.F
          SLEEP            | runtime.gopark time.Sleep main.F
          IO_WAIT          | runtime.gopark runtime.netpollblock internal/poll.runtime_pollWait net.(*conn).Read
          MUTEX_LOCK       | runtime.gopark runtime.goparkunlock runtime.semacquire1 internal/sync.runtime_SemacquireMutex internal/sync.(*Mutex).lockSlow internal/sync.(*Mutex).Lock sync.(*Mutex).Lock main.F
          MUTEX_LOCK       | runtime.gopark runtime.goparkunlock runtime.semacquire1 sync.runtime_SemacquireMutex sync.(*Mutex).lockSlow sync.(*Mutex).Lock main.F
          READ_LOCK        | runtime.gopark runtime.goparkunlock runtime.semacquire1 sync.runtime_SemacquireRWMutexR sync.(*RWMutex).RLock main.F
          WRITE_LOCK       | runtime.gopark runtime.goparkunlock runtime.semacquire1 sync.runtime_SemacquireRWMutex sync.(*RWMutex).Lock main.F
          WAIT_GROUP       | runtime.gopark runtime.goparkunlock runtime.semacquire1 sync.runtime_Semacquire sync.(*WaitGroup).Wait main.F
          SEMAPHORE        | runtime.gopark runtime.goparkunlock runtime.semacquire1 main.F
          CONDITION        | runtime.gopark runtime.goparkunlock sync.runtime_notifyListWait sync.(*Cond).Wait main.F
          FINALIZER_WAIT   | runtime.gopark runtime.runfinq runtime.goexit
          GC_WORKER_IDLE   | runtime.gopark runtime.gcBgMarkWorker runtime.goexit
          COROUTINE        | runtime.coroswitch iter.Pull[...].func2 main.F
          SYSCALL          | runtime.notetsleepg os/signal.signal_recv os/signal.loop
          SYSCALL          | internal/runtime/syscall.Syscall6 syscall.Syscall main.F
          SYSCALL          | runtime.cgocall main._Cfunc_sleep main.main
          WAITING          | runtime.gopark runtime.somethingNew main.F
          RUNNING          | main.F sync.(*Mutex).Lock
          RUNNABLE         | runtime.asyncPreempt2 runtime.asyncPreempt main.F
          """)
  void theLeafTellsWhatAGoroutineWaitsFor(WaitReason reason, String functions) {
    assertThat(StackWait.infer(List.of(functions.split(" ")))).isEqualTo(reason);
  }

  @Test
  void anEmptyStackTellsNothing() {
    assertThat(StackWait.infer(List.of())).isEqualTo(WaitReason.UNKNOWN);
  }

  @Test
  void everyTextOfTheRuntimeHasAReason() {
    assertThat(WaitReason.of("select (durable)")).isEqualTo(WaitReason.SELECT);
    assertThat(WaitReason.of("GC worker (idle)").cause()).isEqualTo(WaitReason.Cause.RUNTIME);
    assertThat(WaitReason.of("something Go 1.31 adds")).isEqualTo(WaitReason.UNKNOWN);
  }
}
