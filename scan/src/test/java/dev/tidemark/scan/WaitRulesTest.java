package dev.tidemark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who waits in vain: which goroutines are told of, and which are left alone. */
class WaitRulesTest {
  private static List<String> scan(String body) {
    return GoSource.scan(body);
  }

  @Test
  void sendWhoseReceiverMayHaveGoneIsFound() {
    String source =
        """
        func fetch(ctx context.Context) (int, error) {
        	ch := make(chan int)
        	go func() { ch <- slow() }()
        	select {
        	case v := <-ch: return v, nil
        	case <-ctx.Done(): return 0, ctx.Err()
        	}
        }
        func slow() int { return 1 }
        """;
    assertThat(scan(source)).containsExactly("goroutine-blocked-send:3");
  }

  @Test
  void sendWithRoomIsFine() {
    String source =
        """
        func fetch(ctx context.Context) (int, error) {
        	ch := make(chan int, 1)
        	go func() { ch <- 1 }()
        	select {
        	case v := <-ch: return v, nil
        	case <-ctx.Done(): return 0, ctx.Err()
        	}
        }
        func many(items []int) {
        	ch := make(chan int, len(items))
        	for range items { go func() { ch <- 1 }() }
        }
        """;
    assertThat(scan(source)).isEmpty();
  }

  @Test
  void sendThatMayGiveUpIsFine() {
    String source =
        """
        func fetch(ctx context.Context) int {
        	ch := make(chan int)
        	go func() {
        		select {
        		case ch <- 1:
        		case <-ctx.Done():
        		}
        	}()
        	select {
        	case v := <-ch: return v
        	case <-ctx.Done(): return 0
        	}
        }
        """;
    assertThat(scan(source)).isEmpty();
  }

  @Test
  void onlyTheFirstOfSeveralIsReceived() {
    String source =
        """
        func first(n int) int {
        	ch := make(chan int)
        	for i := 0; i < n; i++ {
        		go func() { ch <- i }()
        	}
        	return <-ch
        }
        """;
    assertThat(scan(source)).containsExactly("goroutine-blocked-send:4");
  }

  @Test
  void asManyReceivesAsSendsAreFine() {
    String source =
        """
        func all(n int) int {
        	ch := make(chan int)
        	for i := 0; i < n; i++ {
        		go func() { ch <- i }()
        	}
        	sum := 0
        	for i := 0; i < n; i++ { sum += <-ch }
        	return sum
        }
        """;
    assertThat(scan(source)).isEmpty();
  }

  @Test
  void errorsSentBeforeAnyoneReceivesAreFound() {
    String source =
        """
        func run(items []string) error {
        	failed := make(chan string)
        	var wg sync.WaitGroup
        	for _, item := range items {
        		wg.Add(1)
        		go func() {
        			defer wg.Done()
        			if item == "" { failed <- item }
        		}()
        	}
        	wg.Wait()
        	close(failed)
        	for range failed {}
        	return nil
        }
        """;
    assertThat(scan(source)).containsExactly("goroutine-blocked-send:8");
  }

  @Test
  void rangeOverAChannelThatIsNotClosedIsFound() {
    String source =
        """
        func each(items []int) {
        	ch := make(chan int)
        	go func() { for v := range ch { _ = v } }()
        	for _, v := range items { ch <- v }
        }
        func closed(items []int) {
        	ch := make(chan int)
        	go func() { for v := range ch { _ = v } }()
        	defer close(ch)
        	for _, v := range items { ch <- v }
        }
        """;
    assertThat(scan(source)).containsExactly("goroutine-blocked-receive:3");
  }

  @Test
  void whoHoldsTheChannelElsewhereMayServeIt() {
    String source =
        """
        type server struct{ jobs chan int; quit chan struct{} }
        func start() *server {
        	s := &server{jobs: make(chan int), quit: make(chan struct{})}
        	go s.loop()
        	return s
        }
        func (s *server) loop() {
        	for {
        		select {
        		case <-s.jobs:
        		case <-s.quit: return
        		}
        	}
        }
        func handed(give func(chan int)) {
        	ch := make(chan int)
        	give(ch)
        	<-ch
        }
        """;
    assertThat(scan(source)).isEmpty();
  }

  @Test
  void lockTakenByWhoHoldsItIsFound() {
    String source =
        """
        type store struct{ mu sync.RWMutex; n int }
        func (s *store) get() int { s.mu.RLock(); defer s.mu.RUnlock(); return s.n }
        func (s *store) add() int {
        	s.mu.Lock()
        	defer s.mu.Unlock()
        	return s.get()
        }
        func (s *store) fine() int {
        	s.mu.Lock()
        	s.n++
        	s.mu.Unlock()
        	return s.get()
        }
        """;
    assertThat(scan(source)).containsExactly("lock-taken-twice:2");
  }

  @Test
  void locksOfTwoOrdersAreFound() {
    String source =
        """
        func cross() {
        	var a, b sync.Mutex
        	go func() {
        		a.Lock()
        		b.Lock()
        		b.Unlock()
        		a.Unlock()
        	}()
        	b.Lock()
        	a.Lock()
        	a.Unlock()
        	b.Unlock()
        }
        """;
    assertThat(scan(source)).containsExactly("lock-order:10");
  }

  @Test
  void locksOfOneOrderAreFine() {
    String source =
        """
        func straight() {
        	var a, b sync.Mutex
        	both := func() {
        		a.Lock()
        		b.Lock()
        		b.Unlock()
        		a.Unlock()
        	}
        	go both()
        	both()
        }
        func byCaller(s *sync.Mutex, later func(func())) {
        	s.Lock()
        	time.AfterFunc(time.Second, func() { s.Lock(); s.Unlock() })
        }
        """;
    assertThat(scan(source)).isEmpty();
  }

  @Test
  void lostSignalIsFound() {
    String source =
        """
        func wait() {
        	var mu sync.Mutex
        	c := sync.NewCond(&mu)
        	go func() {
        		mu.Lock()
        		c.Wait()
        		mu.Unlock()
        	}()
        	c.Signal()
        }
        func checked() {
        	var mu sync.Mutex
        	c := sync.NewCond(&mu)
        	done := false
        	go func() {
        		mu.Lock()
        		for !done { c.Wait() }
        		mu.Unlock()
        	}()
        	mu.Lock()
        	done = true
        	mu.Unlock()
        	c.Broadcast()
        }
        """;
    assertThat(scan(source)).containsExactly("cond-never-signalled:6");
  }

  @Test
  void waitGroupThatMissesADoneIsFound() {
    String source =
        """
        func run(fail func() error) {
        	var wg sync.WaitGroup
        	wg.Add(1)
        	go func() {
        		if err := fail(); err != nil { return }
        		wg.Done()
        	}()
        	wg.Wait()
        }
        func fine(fail func() error) {
        	var wg sync.WaitGroup
        	wg.Go(func() { fail() })
        	wg.Wait()
        }
        """;
    assertThat(scan(source)).containsExactly("waitgroup-never-zero:8");
  }

  @Test
  void timerThatHasFiredGivesItsTick() {
    String source =
        """
        func pause(ctx context.Context) {
        	t := time.NewTimer(time.Second)
        	select {
        	case <-t.C:
        	case <-ctx.Done():
        		if !t.Stop() { <-t.C }
        	}
        }
        """;
    assertThat(scan(source)).isEmpty();
  }

  @Test
  void whatWasReadBeforeItWasReplacedIsKept() {
    String source =
        """
        type queue struct{ waiting chan int }
        func (q *queue) flush() { old := q.waiting; q.waiting = make(chan int); close(old) }
        func drain() {
        	q := &queue{waiting: make(chan int)}
        	ch := q.waiting
        	go func() { <-ch }()
        	q.flush()
        }
        """;
    assertThat(scan(source)).isEmpty();
  }

  @Test
  void waitForWhoNeedsTheLockIsFound() {
    String source =
        """
        type manager struct{ mu sync.Mutex; wg sync.WaitGroup }
        func (m *manager) work() { defer m.wg.Done(); m.mu.Lock(); defer m.mu.Unlock() }
        func run() {
        	m := &manager{}
        	m.wg.Add(1)
        	go m.work()
        	m.mu.Lock()
        	defer m.mu.Unlock()
        	m.wg.Wait()
        }
        """;
    assertThat(scan(source)).containsExactly("lock-order:2");
  }

  @Test
  void errorsAreCountedBeforeTheyAreReceived() {
    String source =
        """
        func all(items []int, run func(int) error) error {
        	failed := make(chan error, len(items))
        	var wg sync.WaitGroup
        	for _, item := range items {
        		wg.Add(1)
        		go func() {
        			defer wg.Done()
        			if err := run(item); err != nil { failed <- err }
        		}()
        	}
        	wg.Wait()
        	if len(failed) > 0 { return <-failed }
        	return nil
        }
        """;
    assertThat(scan(source)).isEmpty();
  }
}
