package dev.tidemark.scan.rule.blockedreceive;

import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.wait.Stuck;
import dev.tidemark.scan.wait.WaitRule;
import java.util.Set;

/**
 * A goroutine that receives, ranges over a channel or selects, when no sender is left and nobody
 * closes the channel.
 *
 * <pre>
 *   go func() { for v := range ch { use(v) } }()   go func() { for v := range ch { use(v) } }()
 *   for _, v := range list { ch <- v }             for _, v := range list { ch <- v }
 *   return                 // found                close(ch)         // fine
 * </pre>
 */
public final class BlockedReceive extends WaitRule {
  public BlockedReceive() {
    super(
        new RuleInfo(
            "goroutine-blocked-receive",
            LeakClass.LEAK,
            "a goroutine waits for a channel that nobody sends to or closes any more",
            833,
            "close the channel when the last sender is done (`defer close(ch)`), or wait in a select with `<-ctx.Done()` too"),
        Set.of(Stuck.Kind.RECEIVE, Stuck.Kind.SELECT, Stuck.Kind.NEVER));
  }
}
