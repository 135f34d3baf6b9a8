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
import dev.tidemark.scan.rule.endless.EndlessGoroutine;
import dev.tidemark.scan.rule.file.FileNotClosed;
import dev.tidemark.scan.rule.finalizer.FinalizerMayBlock;
import dev.tidemark.scan.rule.finalizer.FinalizerOnCycle;
import dev.tidemark.scan.rule.growth.ContainerOnlyGrows;
import dev.tidemark.scan.rule.iterpull.IteratorNotStopped;
import dev.tidemark.scan.rule.lostcancel.LostCancel;
import dev.tidemark.scan.rule.mapping.MappingNotUnmapped;
import dev.tidemark.scan.rule.metric.UnboundedLabel;
import dev.tidemark.scan.rule.pipe.PipeReaderDropped;
import dev.tidemark.scan.rule.pool.PutWithoutReset;
import dev.tidemark.scan.rule.responsebody.ResponseBody;
import dev.tidemark.scan.rule.retention.ContextInGlobal;
import dev.tidemark.scan.rule.retention.SubsliceKept;
import dev.tidemark.scan.rule.span.SpanNotEnded;
import dev.tidemark.scan.rule.sqlrows.RowsErrorIgnored;
import dev.tidemark.scan.rule.sqlrows.RowsNotClosed;
import dev.tidemark.scan.rule.sqlrows.StatementNotClosed;
import dev.tidemark.scan.rule.sqlrows.TransactionNotFinished;
import dev.tidemark.scan.rule.ticker.TickerNotStopped;
import dev.tidemark.scan.rule.timer.AfterFuncNotStopped;
import dev.tidemark.scan.rule.waitgroup.GroupNeverZero;
import java.util.ArrayList;
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
        new PipeReaderDropped(),
        new MappingNotUnmapped(),
        new ContainerOnlyGrows(),
        new ContextInGlobal(),
        new SubsliceKept(),
        new UnboundedLabel(),
        new PutWithoutReset(),
        new AfterFuncNotStopped(),
        new EndlessGoroutine(),
        new FinalizerOnCycle(),
        new FinalizerMayBlock(),
        new NestedContext(),
        new ContextInStruct(),
        new ContextNotPassed(),
        new RequestWithoutContext(),
        new RowsErrorIgnored());
  }

  /** What is known of each of them, and of what a scan finds by itself. */
  public static List<RuleInfo> infos() {
    List<RuleInfo> infos = new ArrayList<>();
    all().forEach(rule -> infos.add(rule.info()));
    infos.add(Scan.UNUSED_IGNORE);
    return List.copyOf(infos);
  }
}
