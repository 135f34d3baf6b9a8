package dev.tidemark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What looks as if it were not given back, and is; beside each what is not. */
class ReleaseTrapsTest {
  private static List<String> scan(String body) {
    return GoSource.scan(body).stream()
        .filter(finding -> !finding.startsWith("call-without-context"))
        .toList();
  }

  @Test
  void retryThatSucceededWasNotGivenUp() {
    String source =
        """
        func get() error {
        	var resp *http.Response
        	var err error
        	success := false
        	for i := 0; i < 3; i++ {
        		resp, err = http.Get("a")
        		if err != nil { continue }
        		if resp.StatusCode != 200 { resp.Body.Close(); continue }
        		success = true
        		break
        	}
        	if !success { return errors.New("gave up") }
        	defer resp.Body.Close()
        	return nil
        }
        """;
    assertThat(scan(source)).isEmpty();
    assertThat(scan(source.replace("{ resp.Body.Close(); continue }", "{ continue }")))
        .containsExactly("response-body-not-closed:6");
  }

  @Test
  void bodyIsClosedThroughTheVariableThatHoldsIt() {
    String source =
        """
        func read(body http.Body, isRemote bool) error {
        	r := body
        	if isRemote {
        		resp, err := http.Get("a")
        		if err != nil { return err }
        		r = resp.Body
        	}
        	defer r.Close()
        	return nil
        }
        """;
    assertThat(scan(source)).isEmpty();
    assertThat(scan(source.replace("defer r.Close()", "_ = r")))
        .containsExactly("response-body-not-closed:4");
  }

  @Test
  void protocolThatIsSwitchedHandsOnTheConnection() {
    String source =
        """
        func upgrade() error {
        	resp, err := http.Get("a")
        	if err != nil { return err }
        	if resp.StatusCode != 101 { resp.Body.Close(); return errors.New("no") }
        	return nil
        }
        """;
    assertThat(scan(source)).isEmpty();
    assertThat(scan(source.replace("101", "200"))).containsExactly("response-body-not-closed:2");
  }

  @Test
  void cancelInAWrapperIsCalledByIt() {
    String source =
        """
        func wrap(cancel func()) func(n int) { return func(n int) { cancel() } }
        func start() (context.Context, func(n int)) {
        	one, cancel := context.WithCancel(ctx)
        	end := wrap(cancel)
        	return one, end
        }
        """;
    assertThat(scan(source)).isEmpty();
    assertThat(scan(source.replace("{ cancel() }", "{ }"))).containsExactly("lost-cancel:3");
  }

  @Test
  void cancelInAMapIsFoundThereLater() {
    String source =
        """
        func follow(names []string) {
        	all := map[string]func(){}
        	for _, name := range names {
        		if end, ok := all[name]; ok { end(); continue }
        		_, cancel := context.WithCancel(ctx)
        		all[name] = cancel
        	}
        }
        """;
    assertThat(scan(source)).isEmpty();
    assertThat(scan(source.replace("end(); continue", "_ = end; continue")))
        .containsExactly("lost-cancel:5");
  }

  @Test
  void cancelBesideAFlagIsCalledBeforeTheNext() {
    String source =
        """
        type runner struct{ running bool; leader func() bool }
        func (r *runner) run() {
        	var cancel func()
        	for {
        		if r.leader() {
        			if !r.running {
        				_, cancel = context.WithCancel(ctx)
        				r.running = true
        			}
        		} else if r.running {
        			cancel()
        			r.running = false
        		}
        	}
        }
        """;
    assertThat(scan(source)).isEmpty();
  }

  @Test
  void cancelOfAParentThatHasEndedIsNotLost() {
    String source =
        """
        func wait(parent context.Context, done chan int) error {
        	child, cancel := context.WithCancel(parent)
        	_ = child
        	select {
        	case <-done:
        	case <-parent.Done(): return errors.New("late")
        	}
        	if parent.Err() != nil { return nil }
        	cancel()
        	return nil
        }
        """;
    assertThat(scan(source)).isEmpty();
    assertThat(scan(source.replace("case <-parent.Done()", "case <-ctx.Done()")))
        .containsExactly("lost-cancel:2");
  }

  @Test
  void whatAStructKeepsInAFunctionIsHandedOn() {
    String source =
        """
        type handle struct{ end func() }
        func keep(cancel func()) *handle { return &handle{end: func() { cancel() }} }
        func start() *handle { _, cancel := context.WithCancel(ctx); return keep(cancel) }
        func chosen(isNew bool, other http.Body) (http.Body, error) {
        	resp, err := http.Get("a")
        	if err != nil { return nil, err }
        	body := resp.Body
        	if isNew { resp.Body.Close(); body = other }
        	return body, nil
        }
        """;
    assertThat(scan(source)).isEmpty();
  }

  @Test
  void contextThatIsThereTellsOfItsCancel() {
    String source =
        """
        func repl(ask func() string) {
        	var asked context.Context
        	var cancel context.CancelFunc
        	for {
        		switch ask() {
        		case "start":
        			if asked != nil { continue }
        			asked, cancel = context.WithCancel(ctx)
        		case "stop":
        			if asked == nil { continue }
        			cancel()
        			asked = nil
        		case "exit":
        			if cancel != nil { cancel() }
        			return
        		}
        	}
        }
        """;
    assertThat(scan(source)).isEmpty();
    assertThat(scan(source.replace("if asked != nil { continue }", "")))
        .containsExactly("lost-cancel:8");
  }

  @Test
  void whoGetsTheStatusDoesNotGetTheBody() {
    String source =
        """
        func check(equal func(int)) {
        	resp, err := http.Get("a")
        	if err != nil { return }
        	equal(resp.StatusCode)
        }
        func taken(take func(*http.Response)) {
        	resp, err := http.Get("a")
        	if err != nil { return }
        	take(resp)
        }
        """;
    assertThat(scan(source)).containsExactly("response-body-not-closed:2");
  }
}
