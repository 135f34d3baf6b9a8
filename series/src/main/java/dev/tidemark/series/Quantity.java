package dev.tidemark.series;

import java.util.List;

/**
 * What is read of a Go process beside its profiles, with the names it goes by: those of
 * client_golang's Go collector from runtime/metrics first, the older ones from runtime.MemStats
 * next, those of OpenTelemetry's runtime instrumentation last.
 */
public enum Quantity {
  /** Bytes marked by the last collection. */
  LIVE_HEAP("go_gc_heap_live_bytes"),
  /** Heap size at which the next collection starts, bytes. */
  NEXT_COLLECTION("go_gc_heap_goal_bytes", "go_memstats_next_gc_bytes", "go_memory_gc_goal_bytes"),
  /** GOGC, percent; negative when switched off. */
  GOGC("go_gc_gogc_percent", "go_config_gogc_percent"),
  MEMORY_LIMIT("go_gc_gomemlimit_bytes", "go_memory_limit_bytes"),
  /** Bytes of stacks that a collection scanned. */
  SCANNED_STACK("go_gc_scan_stack_bytes"),
  SCANNED_GLOBALS("go_gc_scan_globals_bytes"),
  /** Bytes of all objects, garbage not yet swept included. */
  HEAP_OBJECTS(
      "go_memory_classes_heap_objects_bytes",
      "go_memstats_heap_alloc_bytes",
      "go_memstats_alloc_bytes"),
  STACK_IN_USE("go_memory_classes_heap_stacks_bytes", "go_memstats_stack_inuse_bytes"),
  /** Bytes the Go runtime holds mapped, minus what it gave back. */
  MAPPED_BY_GO("go_memory_classes_total_bytes", "go_memstats_sys_bytes", "go_memory_used_bytes"),
  RELEASED_BY_GO("go_memory_classes_heap_released_bytes", "go_memstats_heap_released_bytes"),
  /** Bytes of heap that hold no object and were not given back yet. */
  FREE_HEAP("go_memory_classes_heap_free_bytes"),
  /** Bytes reserved for objects of a size that are not there: fragmentation. */
  UNUSED_HEAP("go_memory_classes_heap_unused_bytes"),
  /** A container's page cache, as the kubelet tells it. */
  CONTAINER_PAGE_CACHE("container_memory_cache", "container_memory_total_active_file_bytes"),
  FINALIZERS_QUEUED("go_gc_finalizers_queued_finalizers_total"),
  FINALIZERS_EXECUTED("go_gc_finalizers_executed_finalizers_total"),
  CLEANUPS_QUEUED("go_gc_cleanups_queued_cleanups_total"),
  CLEANUPS_EXECUTED("go_gc_cleanups_executed_cleanups_total"),
  /** Uses of the timers of Go before 1.23, which are kept until they fire. */
  OLD_TIMERS("go_godebug_non_default_behavior_asynctimerchan_events_total"),
  /** When the process was started, seconds since the epoch. */
  PROCESS_START("process_start_time_seconds"),
  RESIDENT_MEMORY(
      "process_resident_memory_bytes", "process_memory_usage_bytes", "container_memory_rss"),
  /** Collections since the start, forced ones included. */
  COLLECTIONS("go_gc_cycles_total_gc_cycles_total", "go_gc_duration_seconds_count"),
  FORCED_COLLECTIONS("go_gc_cycles_forced_gc_cycles_total"),
  /** When the last collection ended, seconds since the epoch. */
  LAST_COLLECTION("go_memstats_last_gc_time_seconds"),
  /** Bytes allocated since the start. */
  ALLOCATED(
      "go_gc_heap_allocs_bytes_total",
      "go_memstats_alloc_bytes_total",
      "go_memory_allocated_bytes_total"),
  GOROUTINES("go_sched_goroutines_goroutines", "go_goroutines", "go_goroutine_count"),
  THREADS("go_sched_threads_total_threads", "go_threads"),
  /** Requests answered since the start, summed over all labels. */
  REQUESTS(
      "http_requests_total",
      "http_server_requests_total",
      "http_request_duration_seconds_count",
      "http_server_request_duration_seconds_count",
      "gin_requests_total");

  private final List<String> names;

  Quantity(String... names) {
    this.names = List.of(names);
  }

  /** Metric names that carry it, the best first. */
  public List<String> names() {
    return names;
  }
}
