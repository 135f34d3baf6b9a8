package dev.tidemark.scan;

import dev.tidemark.scan.rule.blockedreceive.BlockedReceive;
import dev.tidemark.scan.rule.blockedsend.BlockedSend;
import dev.tidemark.scan.rule.cgo.CMemoryNotFreed;
import dev.tidemark.scan.rule.cgo.HandleNotDeleted;
import dev.tidemark.scan.rule.client.ClientPerRequest;
import dev.tidemark.scan.rule.client.ClientWithoutTimeout;
import dev.tidemark.scan.rule.client.TransportPerRequest;
import dev.tidemark.scan.rule.command.CommandWithoutWaitDelay;
import dev.tidemark.scan.rule.cond.ConditionNeverSignalled;
import dev.tidemark.scan.rule.context.ContextInStruct;
import dev.tidemark.scan.rule.context.ContextNotPassed;
import dev.tidemark.scan.rule.context.HeavyValue;
import dev.tidemark.scan.rule.context.LoopIgnoresContext;
import dev.tidemark.scan.rule.context.NestedContext;
import dev.tidemark.scan.rule.context.RequestWithoutContext;
import dev.tidemark.scan.rule.context.ValueChain;
import dev.tidemark.scan.rule.deadlock.LockNotReleased;
import dev.tidemark.scan.rule.deadlock.LockOrder;
import dev.tidemark.scan.rule.deadlock.LockTakenTwice;
import dev.tidemark.scan.rule.endless.EndlessGoroutine;
import dev.tidemark.scan.rule.file.FileNotClosed;
import dev.tidemark.scan.rule.finalizer.CleanupHoldsObject;
import dev.tidemark.scan.rule.finalizer.FinalizerMayBlock;
import dev.tidemark.scan.rule.finalizer.FinalizerOnCycle;
import dev.tidemark.scan.rule.finalizer.FinalizerReleases;
import dev.tidemark.scan.rule.group.GroupNotAwaited;
import dev.tidemark.scan.rule.growth.CacheWithoutBound;
import dev.tidemark.scan.rule.growth.ContainerOnlyGrows;
import dev.tidemark.scan.rule.hardening.ForwardedHeaderTrusted;
import dev.tidemark.scan.rule.hardening.HeadersLogged;
import dev.tidemark.scan.rule.hardening.PublicProfiles;
import dev.tidemark.scan.rule.hardening.RedirectFromRequest;
import dev.tidemark.scan.rule.hardening.SecurityHeadersMissing;
import dev.tidemark.scan.rule.iterpull.IteratorNotStopped;
import dev.tidemark.scan.rule.lease.LeaseNotReturned;
import dev.tidemark.scan.rule.leftlocked.LockLeftLocked;
import dev.tidemark.scan.rule.leftlocked.SlotNotReturned;
import dev.tidemark.scan.rule.loop.DeferInLoop;
import dev.tidemark.scan.rule.loop.TimerInLoop;
import dev.tidemark.scan.rule.lostcancel.LostCancel;
import dev.tidemark.scan.rule.mapping.MappingNotUnmapped;
import dev.tidemark.scan.rule.memory.BodyNotRestored;
import dev.tidemark.scan.rule.memory.BodyWithoutLimit;
import dev.tidemark.scan.rule.memory.CompiledPerRequest;
import dev.tidemark.scan.rule.memory.SizeFromRequest;
import dev.tidemark.scan.rule.metric.MetricPerRequest;
import dev.tidemark.scan.rule.metric.UnboundedLabel;
import dev.tidemark.scan.rule.overwrite.OverwrittenWhileOpen;
import dev.tidemark.scan.rule.pipe.PipeReaderDropped;
import dev.tidemark.scan.rule.pool.GetWithoutPut;
import dev.tidemark.scan.rule.pool.PutNotPointer;
import dev.tidemark.scan.rule.pool.PutOversized;
import dev.tidemark.scan.rule.pool.PutWithoutReset;
import dev.tidemark.scan.rule.pool.UseAfterPut;
import dev.tidemark.scan.rule.responsebody.ResponseBody;
import dev.tidemark.scan.rule.retention.ContextAfterHandler;
import dev.tidemark.scan.rule.retention.ContextInGlobal;
import dev.tidemark.scan.rule.retention.HandlerHoldsBig;
import dev.tidemark.scan.rule.retention.LoopVariableCaptured;
import dev.tidemark.scan.rule.retention.SubsliceKept;
import dev.tidemark.scan.rule.server.ServerWithoutTimeouts;
import dev.tidemark.scan.rule.signal.SignalNotStopped;
import dev.tidemark.scan.rule.span.SpanNotEnded;
import dev.tidemark.scan.rule.spawn.GoroutinePerItem;
import dev.tidemark.scan.rule.sqlrows.RowsErrorIgnored;
import dev.tidemark.scan.rule.sqlrows.RowsNotClosed;
import dev.tidemark.scan.rule.sqlrows.StatementNotClosed;
import dev.tidemark.scan.rule.sqlrows.TransactionNotFinished;
import dev.tidemark.scan.rule.stream.StreamNotEnded;
import dev.tidemark.scan.rule.ticker.TickerNotStopped;
import dev.tidemark.scan.rule.timer.AfterFuncNotStopped;
import dev.tidemark.scan.rule.waitgroup.GroupNeverZero;
import dev.tidemark.scan.rule.websocket.ReadWithoutDeadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
        new LeaseNotReturned(),
        new OverwrittenWhileOpen(),
        new DeferInLoop(),
        new CommandWithoutWaitDelay(),
        new IteratorNotStopped(),
        new StreamNotEnded(),
        new SignalNotStopped(),
        new ClientPerRequest(),
        new ClientWithoutTimeout(),
        new TransportPerRequest(),
        new TickerNotStopped(),
        new TimerInLoop(),
        new BlockedSend(),
        new BlockedReceive(),
        new LockTakenTwice(),
        new LockOrder(),
        new LockNotReleased(),
        new LockLeftLocked(),
        new SlotNotReturned(),
        new GroupNeverZero(),
        new ConditionNeverSignalled(),
        new PipeReaderDropped(),
        new MappingNotUnmapped(),
        new HandleNotDeleted(),
        new CMemoryNotFreed(),
        new ContainerOnlyGrows(),
        new CacheWithoutBound(),
        new ContextInGlobal(),
        new ContextAfterHandler(),
        new HandlerHoldsBig(),
        new LoopVariableCaptured(),
        new SubsliceKept(),
        new UnboundedLabel(),
        new MetricPerRequest(),
        new PutWithoutReset(),
        new UseAfterPut(),
        new PutOversized(),
        new GetWithoutPut(),
        new PutNotPointer(),
        new AfterFuncNotStopped(),
        new EndlessGoroutine(),
        new GroupNotAwaited(),
        new GoroutinePerItem(),
        new FinalizerOnCycle(),
        new FinalizerMayBlock(),
        new FinalizerReleases(),
        new CleanupHoldsObject(),
        new NestedContext(),
        new LoopIgnoresContext(),
        new ContextInStruct(),
        new HeavyValue(),
        new ValueChain(),
        new ContextNotPassed(),
        new RequestWithoutContext(),
        new ForwardedHeaderTrusted(),
        new SecurityHeadersMissing(),
        new PublicProfiles(),
        new HeadersLogged(),
        new RedirectFromRequest(),
        new SizeFromRequest(),
        new BodyWithoutLimit(),
        new BodyNotRestored(),
        new CompiledPerRequest(),
        new ServerWithoutTimeouts(),
        new ReadWithoutDeadline(),
        new RowsErrorIgnored());
  }

  /** Ids of those that run only where somebody asks for them. */
  public static Set<String> offByDefault() {
    return all().stream()
        .map(Rule::info)
        .filter(info -> !info.isDefault())
        .map(RuleInfo::id)
        .collect(Collectors.toSet());
  }

  /** What is known of each of them, and of what a scan finds by itself. */
  public static List<RuleInfo> infos() {
    List<RuleInfo> infos = new ArrayList<>();
    all().forEach(rule -> infos.add(rule.info()));
    infos.add(Scan.UNUSED_IGNORE);
    return List.copyOf(infos);
  }
}
