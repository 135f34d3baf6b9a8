#!/usr/bin/env bash
# Makes captures/formats: one small sample of every kind of profile and log a Go process gives.
# usage: formats.sh [OUT]     needs go and curl; takes two minutes; loopback only
set -euo pipefail
cd "$(dirname "$0")"
out=$(realpath -m "${1:-../captures/formats}")
build=$(mktemp -d -t shop-XXXXXX)
started=()
end_started() {
  local process
  for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
  rm -rf "$build"
}
trap end_started EXIT
mkdir -p "$out"
export CGO_ENABLED=0
go build -trimpath -o "$build/shop" ./cmd/shop
go build -trimpath -o "$build/load" ./cmd/load
GOEXPERIMENT=goroutineleakprofile go build -trimpath -o "$build/shapes" ./cmd/shapes

wait_for() { for _ in $(seq 100); do curl -sf -o /dev/null "$1" && return; sleep 0.1; done; echo "no answer: $1" >&2; exit 1; }
get() { curl -sf -o "$out/$2" "$1"; }

# The shop under load: the profiles of a service.
shop=http://127.0.0.1:18091
GODEBUG=gctrace=1 "$build/shop" -port 18091 -scenario usercache -variant leaking > /dev/null 2> "$build/gctrace.log" &
started+=($!); shop_id=$!
wait_for $shop/healthz
"$build/load" -target $shop -scenario usercache -for 30s > /dev/null &
load_id=$!
sleep 8
get "$shop/debug/pprof/profile?seconds=2" shop-cpu-2s.pb.gz
get "$shop/debug/pprof/heap?seconds=5"    shop-heap-delta-5s.pb.gz
get "$shop/debug/pprof/heap"              shop-heap-first.pb.gz
sleep 8
get "$shop/debug/pprof/heap"              shop-heap-second.pb.gz
get "$shop/debug/pprof/allocs"            shop-allocs.pb.gz
get "$shop/debug/pprof/heap?debug=1"      shop-heap-debug1.txt
get "$shop/metrics"                       shop-metrics.txt
cat "$out/shop-heap-first.pb.gz" "$out/shop-heap-second.pb.gz" > "$out/shop-heap-concatenated.pb.gz"
gzip -dc "$out/shop-heap-second.pb.gz" > "$out/shop-heap-uncompressed.pb"
wait "$load_id"
kill "$shop_id"; wait "$shop_id" 2>/dev/null || true
cp "$build/gctrace.log" "$out/gctrace.log"

# The small program: names, states, labels, locks; older than a minute before its goroutines are read.
shapes=http://127.0.0.1:18092
env -i GODEBUG=memprofilerate=1024 GOTRACEBACK=all "$build/shapes" -port 18092 -for 5m 2> "$build/quit.txt" &
started+=($!); shapes_id=$!
wait_for $shapes/debug/pprof/
sleep 75
get "$shapes/debug/pprof/heap"                shapes-heap-names.pb.gz
get "$shapes/debug/pprof/goroutine"           shapes-goroutine.pb.gz
get "$shapes/debug/pprof/goroutine?debug=1"   shapes-goroutine-debug1.txt
get "$shapes/debug/pprof/goroutine?debug=2"   shapes-goroutine-debug2.txt
get "$shapes/debug/pprof/block"               shapes-block.pb.gz
get "$shapes/debug/pprof/mutex"               shapes-mutex.pb.gz
get "$shapes/debug/pprof/threadcreate"        shapes-threadcreate.pb.gz
get "$shapes/debug/pprof/shop.baskets"        shapes-custom-baskets.pb.gz
get "$shapes/debug/pprof/profile?seconds=2"   shapes-cpu-2s.pb.gz
get "$shapes/debug/pprof/goroutineleak"         shapes-goroutineleak.pb.gz
get "$shapes/debug/pprof/goroutineleak?debug=2" shapes-goroutineleak-debug2.txt
get "$shapes/debug/pprof/goroutine?debug=2"     shapes-goroutine-debug2-leaked.txt
kill -QUIT "$shapes_id"; wait "$shapes_id" 2>/dev/null || true
cp "$build/quit.txt" "$out/shapes-sigquit.txt"

env -i GOTRACEBACK=all "$build/shapes" -panic 2> "$out/shapes-panic.txt" || true

# With labels in the headers.
env -i GODEBUG=tracebacklabels=1 GOTRACEBACK=all "$build/shapes" -panic 2> "$out/shapes-panic-labels.txt" || true
env -i GODEBUG=tracebacklabels=1 "$build/shapes" -port 18093 -for 20s &
started+=($!)
wait_for http://127.0.0.1:18093/debug/pprof/
get "http://127.0.0.1:18093/debug/pprof/goroutine?debug=2" shapes-goroutine-debug2-labels.txt

# The same dumps as a log collector hands them on.
stamp() { awk -v head="$1" -v tail="$2" '{ printf "%s%09d%s%s\n", head, 123456789 + NR * 1041, tail, $0 }'; }
stamp '2026-11-24T01:02:03.' 'Z stderr F ' < "$out/shapes-panic.txt" > "$out/shapes-panic-containerd.log"
stamp 'shop-7f9c-x2k  | 2026-11-24T01:02:03.' 'Z ' < "$out/shapes-sigquit.txt" > "$out/shapes-sigquit-compose.log"
awk '{ printf "Nov 24 01:02:03 host-3 shop[4711]: %s\n", $0 }' < "$out/gctrace.log" > "$out/gctrace-journald.log"
