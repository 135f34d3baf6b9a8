package dev.tidemark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Contexts: which are kept, chained or left out, and which are handed on as they should be. */
class ContextRulesTest {
  private static List<String> scan(String body) {
    return GoSource.scan(body);
  }

  @Test
  void contextInAStructIsTold() {
    String source =
        """
        type job struct {
        	ctx context.Context
        	run func(context.Context)
        }
        """;
    assertThat(scan(source)).containsExactly("context-in-struct:2");
  }

  @Test
  void contextDerivedFromItselfInALoopIsFound() {
    String source =
        """
        func each(ctx context.Context, list []int) {
        	for _, v := range list { ctx = context.WithValue(ctx, 1, v); use(ctx) }
        	for _, v := range list { ctx := context.WithValue(ctx, 1, v); use(ctx) }
        	for _, v := range list {
        		ctx = context.WithValue(ctx, 1, v)
        		break
        	}
        	ctx = context.WithValue(ctx, 1, 2)
        	use(ctx)
        }
        func use(ctx context.Context) {}
        """;
    assertThat(scan(source)).containsExactly("context-nested-in-loop:2");
  }

  @Test
  void rootContextWhereOneIsAtHandIsTold() {
    String source =
        """
        func handle(ctx context.Context) {
        	use(context.Background())
        	helper()
        	if ctx == nil { ctx = context.Background() }
        	use(ctx)
        }
        func helper() { use(context.TODO()) }
        func use(ctx context.Context) {}
        func main() { use(context.Background()) }
        """;
    assertThat(scan(source)).containsExactly("context-not-passed:2", "context-not-passed:3");
  }
}
