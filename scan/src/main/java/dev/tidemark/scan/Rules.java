package dev.tidemark.scan;

import dev.tidemark.scan.rule.blockedreceive.BlockedReceive;
import dev.tidemark.scan.rule.blockedsend.BlockedSend;
import dev.tidemark.scan.rule.cond.ConditionNeverSignalled;
import dev.tidemark.scan.rule.context.ContextInStruct;
import dev.tidemark.scan.rule.context.ContextNotPassed;
import dev.tidemark.scan.rule.context.NestedContext;
import dev.tidemark.scan.rule.context.RequestWithoutContext;
import dev.tidemark.scan.rule.deadlock.LockNotReleased;
import dev.tidemark.scan.rule.deadlock.LockOrder;
import dev.tidemark.scan.rule.deadlock.LockTakenTwice;
import dev.tidemark.scan.rule.file.FileNotClosed;
import dev.tidemark.scan.rule.iterpull.IteratorNotStopped;
import dev.tidemark.scan.rule.lostcancel.LostCancel;
import dev.tidemark.scan.rule.responsebody.ResponseBody;
import dev.tidemark.scan.rule.span.SpanNotEnded;
import dev.tidemark.scan.rule.sqlrows.RowsErrorIgnored;
import dev.tidemark.scan.rule.sqlrows.RowsNotClosed;
import dev.tidemark.scan.rule.sqlrows.StatementNotClosed;
import dev.tidemark.scan.rule.sqlrows.TransactionNotFinished;
import dev.tidemark.scan.rule.ticker.TickerNotStopped;
import dev.tidemark.scan.rule.waitgroup.GroupNeverZero;
import java.util.List;

/** Every rule there is. */
public final class Rules {
  private Rules() {}

  public static List<Rule> all() {
    return List.of(
        new LostCancel(),
        new ResponseBody(),
        new RowsNotClosed(),
        new StatementNotClosed(),
        new TransactionNotFinished(),
        new SpanNotEnded(),
        new FileNotClosed(),
        new IteratorNotStopped(),
        new TickerNotStopped(),
        new BlockedSend(),
        new BlockedReceive(),
        new LockTakenTwice(),
        new LockOrder(),
        new LockNotReleased(),
        new GroupNeverZero(),
        new ConditionNeverSignalled(),
        new NestedContext(),
        new ContextInStruct(),
        new ContextNotPassed(),
        new RequestWithoutContext(),
        new RowsErrorIgnored());
  }
}
