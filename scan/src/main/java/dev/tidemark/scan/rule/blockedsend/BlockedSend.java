package dev.tidemark.scan.rule.blockedsend;

import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.wait.Stuck;
import dev.tidemark.scan.wait.WaitRule;
import java.util.Set;

/**
 * A goroutine that sends on a channel nobody may be reading any more.
 *
 * <pre>
 *   ch := make(chan T)                      ch := make(chan T, 1)   // leaves room: fine
 *   go func() { ch <- slow() }()            go func() { ch <- slow() }()
 *   select {                                select {
 *   case v := <-ch: return v                case v := <-ch: return v
 *   case <-ctx.Done(): return err   // found   case <-ctx.Done(): return err
 *   }                                       }
 * </pre>
 */
public final class BlockedSend extends WaitRule {
  public BlockedSend() {
    super(
        new RuleInfo(
            "goroutine-blocked-send",
            LeakClass.LEAK,
            "a goroutine sends to a channel that nobody receives from any more",
            833,
            "leave room in the channel (`make(chan T, 1)`), or send in a select with `<-ctx.Done()`"),
        Set.of(Stuck.Kind.SEND));
  }
}
