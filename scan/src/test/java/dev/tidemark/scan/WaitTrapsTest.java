package dev.tidemark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What looks like waiting in vain, and is none; beside each what is. */
class WaitTrapsTest {
  @Test
  void deferredFunctionSeesTheErrorThatIsReturned() {
    String source =
        """
        var ErrGone = errors.New("gone")
        type result struct{ closed chan int }
        func (r *result) Close() { close(r.closed) }
        func check() bool { return ctx.Err() == nil }
        func request() (out *result, err error) {
        	r := &result{closed: make(chan int)}
        	go func() { <-r.closed }()
        	defer func() { if err != nil { r.Close() } }()
        	if check() { return nil, ErrGone }
        	if check() { return nil, errors.New("other") }
        	return r, nil
        }
        func forgets() (out *result, err error) {
        	r := &result{closed: make(chan int)}
        	go func() { <-r.closed }()
        	defer func() { if err != nil { r.Close() } }()
        	if check() { return nil, nil }
        	return r, nil
        }
        """;
    assertThat(GoSource.scan(source)).containsExactly("goroutine-blocked-receive:15");
    assertThat(GoSource.scan(source.substring(0, source.indexOf("func forgets")))).isEmpty();
  }

  @Test
  void roomOfUnknownSizeIsEnough() {
    String source =
        """
        func ask(byHost map[string][]int, all []int) []int {
        	answered := make(chan int, len(all))
        	var wg sync.WaitGroup
        	for _, part := range byHost {
        		wg.Add(1)
        		go func() { defer wg.Done(); for _, one := range part { answered <- one } }()
        	}
        	wg.Wait()
        	close(answered)
        	var got []int
        	for one := range answered { got = append(got, one) }
        	return got
        }
        """;
    assertThat(GoSource.scan(source)).isEmpty();
    assertThat(GoSource.scan(source.replace("make(chan int, len(all))", "make(chan int, 1)")))
        .containsExactly("goroutine-blocked-send:6");
  }

  @Test
  void oneOfTheCasesHolds() {
    String source =
        """
        func gather(kinds []string) {
        	var wg sync.WaitGroup
        	for _, kind := range kinds {
        		wg.Add(1)
        		switch kind {
        		case "server": go func() { defer wg.Done(); println(1) }()
        		case "client": go func() { defer wg.Done(); println(2) }()
        		}
        	}
        	wg.Wait()
        }
        """;
    assertThat(GoSource.scan(source)).isEmpty();
    assertThat(GoSource.scan(source.replace("case \"client\": go", "default: wg.Add(1); go")))
        .containsExactly("waitgroup-never-zero:10");
  }

  @Test
  void copiedChannelsAreThoseOfOthers() {
    String source =
        """
        type hub struct{ subscribers []chan int }
        func (h *hub) tell() {
        	all := make([]chan int, len(h.subscribers))
        	copy(all, h.subscribers)
        	go func() { for _, one := range all { one <- 1 } }()
        }
        """;
    assertThat(GoSource.scan(source)).isEmpty();
  }

  @Test
  void methodsAreCalledOfSomething() {
    String source =
        """
        type system struct{ in chan int }
        func (s *system) values() <-chan int {
        	if s == nil { return nil }
        	return s.in
        }
        func collect(s *system) {
        	go func() { for v := range s.values() { println(v) } }()
        }
        """;
    assertThat(GoSource.scan(source)).isEmpty();
  }

  @Test
  void sliceThatDoublesComesToAnEnd() {
    String source =
        """
        func grow(n int) {
        	ch := make(chan int)
        	go func() { ch <- 1 }()
        	all := []int{1}
        	for range 1000 { all = append(all, all...) }
        	<-ch
        }
        """;
    assertThat(GoSource.scan(source)).isEmpty();
  }

  @Test
  void contextMayCarryTheChannel() {
    String source =
        """
        func start(serve func(context.Context)) {
        	ready := make(chan int)
        	with := context.WithValue(ctx, "ready", ready)
        	go func() { <-ready }()
        	serve(with)
        }
        """;
    assertThat(GoSource.scan(source)).doesNotContain("goroutine-blocked-receive:4");
    assertThat(GoSource.scan(source.replace("\"ready\", ready", "\"ready\", 1")))
        .contains("goroutine-blocked-receive:4");
  }

  @Test
  void errorThatIsWrappedIsStillOne() {
    String source =
        """
        type started struct{ failed chan error }
        func Wrap(err error) error
        func (s *started) start(try func() error) error {
        	if err := try(); err != nil { return Wrap(err) }
        	go func() { s.failed <- nil }()
        	return nil
        }
        func run(try func() error) {
        	s := &started{make(chan error)}
        	if err := s.start(try); err != nil { return }
        	go func() { <-s.failed }()
        }
        """;
    assertThat(GoSource.scan(source)).isEmpty();
    assertThat(GoSource.scan(source.replace("Wrap(", "Ignore(")))
        .containsExactly("goroutine-blocked-receive:11");
  }

  @Test
  void whoPanicsInAGoroutineEndsTheProcess() {
    String source =
        """
        func crash(waiting chan int) {
        	go func() {
        		if ctx.Err() == nil { go panic("gone"); select {} }
        		waiting <- 1
        	}()
        	<-waiting
        }
        func fatal(fatalf func(string), work func() error) error {
        	done := make(chan error)
        	go func() { done <- work() }()
        	select {
        	case err := <-done: return err
        	case <-time.After(time.Second): fatalf("too late")
        	}
        	return nil
        }
        """;
    assertThat(GoSource.scan(source)).isEmpty();
    assertThat(GoSource.scan(source.replace("fatalf", "warnf")))
        .containsExactly("goroutine-blocked-send:10");
  }

  @Test
  void nobodyPanicsByHimself() {
    String source =
        """
        func list(work func() error) error {
        	failed := make(chan error, 1)
        	go func() {
        		defer func() { if why := recover(); why != nil { failed <- errors.New("panic") } }()
        		failed <- work()
        	}()
        	if ctx.Err() != nil { return nil }
        	return <-failed
        }
        """;
    assertThat(GoSource.scan(source)).isEmpty();
  }

  @Test
  void whatRunsWhenACallersContextEndsIsRunSomeTime() {
    String source =
        """
        func wait(ctx context.Context) {
        	ended := make(chan int)
        	context.AfterFunc(ctx, func() { close(ended) })
        	go func() { <-ended }()
        }
        """;
    assertThat(GoSource.scan(source)).isEmpty();
    assertThat(GoSource.scan(source.replace("AfterFunc(ctx,", "AfterFunc(context.Background(),")))
        .contains("goroutine-blocked-receive:4");
  }
}
