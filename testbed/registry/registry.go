// Package registry lists every scenario the testbed can mount, drive and record.
package registry

import (
	"net/http"
	"slices"
	"time"

	"shop/allocflood"
	"shop/bigbuffer"
	"shop/blockedfinalizer"
	"shop/blockedsend"
	"shop/cachewarmup"
	"shop/clientbody"
	"shop/closurecycle"
	"shop/contextglobal"
	"shop/ctxafterfunc"
	"shop/finalizercycle"
	"shop/headerslice"
	"shop/highwater"
	"shop/ignoredcontext"
	"shop/iterpull"
	"shop/loadgen"
	"shop/loadramp"
	"shop/lostcancel"
	"shop/losttimeout"
	"shop/metriclabel"
	"shop/offheap"
	"shop/pipereader"
	"shop/poolbursts"
	"shop/poolnoreset"
	"shop/requestcancel"
	"shop/ringfill"
	"shop/scenario"
	"shop/serverbody"
	"shop/tickerperrequest"
	"shop/timeafterfunc"
	"shop/timeafterloop"
	"shop/unreferencedticker"
	"shop/usercache"
	"shop/valuechain"
)

const (
	get  = http.MethodGet
	post = http.MethodPost

	olderTimers = "asynctimerchan=1"
)

// Find returns the scenario of this name.
func Find(name string) (scenario.Scenario, bool) {
	i := slices.IndexFunc(All, func(s scenario.Scenario) bool { return s.Name == name })
	if i < 0 {
		return scenario.Scenario{}, false
	}
	return All[i], true
}

// All scenarios: leaks with their fixed twins, what folklore calls leaks, and growth that is none.
var All = slices.Concat(leaks, folklore, growers)

func one(method, path string, rate float64) []loadgen.Route {
	return []loadgen.Route{{Method: method, Path: path, Rate: rate, Shaped: true}}
}

var leaks = []scenario.Scenario{
	{
		Name: "contextglobal", Verdict: scenario.Leak,
		About:   "Middleware stores a copy of *gin.Context in a global sync.Map and deletes it on one path only.",
		Leaking: contextglobal.MountLeaking, Fixed: contextglobal.MountFixed,
		Keeper: "activeRequests.Store(id, c.Copy())",
		Routes: []loadgen.Route{
			{Path: "/orders/{order}/status", Rate: 13, Header: map[string]string{"If-None-Match": `"packed"`}},
			{Path: "/orders/{order}/status", Rate: 5},
		},
	},
	{
		Name: "blockedsend", Verdict: scenario.GoroutineLeak,
		About:   "A goroutine per request sends on an unbuffered channel that nobody reads after a timeout.",
		Leaking: blockedsend.MountLeaking, Fixed: blockedsend.MountFixed,
		Keeper: "quotes <- askCarrier(carrier)",
		Routes: slices.Concat(one(get, "/quote/slowpost", 5), one(get, "/quote/quickpost", 5)),
	},
	{
		Name: "ignoredcontext", Verdict: scenario.GoroutineLeak,
		About:   "An endless polling goroutine per request never looks at its context.",
		Leaking: ignoredcontext.MountLeaking, Fixed: ignoredcontext.MountFixed,
		Keeper: "for range ticker.C {",
		Routes: one(post, "/orders/{order}/watch", 2),
	},
	{
		Name: "lostcancel", Verdict: scenario.Leak,
		About:   "Contexts below a cancellable parent that lives as long as the process are never cancelled.",
		Leaking: lostcancel.MountLeaking, Fixed: lostcancel.MountFixed,
		Keeper: "j.ctx, j.cancel = context.WithCancel(ctx)",
		Routes: one(post, "/exports/{user}", 15),
	},
	{
		Name: "losttimeout", Verdict: scenario.Leak,
		About:   "WithTimeout of one hour without cancel: each timer keeps a context and an entry for the whole hour.",
		Leaking: losttimeout.MountLeaking, Fixed: losttimeout.MountFixed,
		Keeper: "ctx, stop := context.WithTimeout(ctx, writeLimit)",
		Routes: one(post, "/payments/{order}", 15),
	},
	{
		Name: "ctxafterfunc", Verdict: scenario.Leak,
		About:   "context.AfterFunc on the service's context is never stopped and keeps a subscription per request.",
		Leaking: ctxafterfunc.MountLeaking, Fixed: ctxafterfunc.MountFixed,
		Keeper: "context.AfterFunc(lifetime, subscription.close)",
		Routes: one(get, "/price/{sku}", 15),
	},
	{
		Name: "timeafterfunc", Verdict: scenario.Leak,
		About:   "time.AfterFunc of one day is never stopped and keeps a reservation per order.",
		Leaking: timeafterfunc.MountLeaking, Fixed: timeafterfunc.MountFixed,
		Keeper: "time.AfterFunc(reservedFor, func() { s.count(-len(r.Items)) })",
		Routes: one(post, "/checkout/{order}", 15),
	},
	{
		Name: "clientbody", Verdict: scenario.GoroutineLeak,
		About:   "An HTTP client's response body is neither read nor closed: two goroutines and their buffers per request.",
		Leaking: clientbody.MountLeaking, Fixed: clientbody.MountFixed,
		Keeper: "response, err := w.client.Do(request)",
		Routes: one(get, "/stock/{sku}", 2.5),
	},
	{
		Name: "poolnoreset", Verdict: scenario.Leak,
		About:   "A batch goes back to its sync.Pool without reset and grows with each use.",
		Leaking: poolnoreset.MountLeaking, Fixed: poolnoreset.MountFixed,
		Keeper: "batches.Put(batch)",
		Routes: one(post, "/clicks/{user}", 25),
	},
	{
		Name: "usercache", Verdict: scenario.Leak,
		About:   "A cache of profiles by user has no bound, and there is always a new user.",
		Leaking: usercache.MountLeaking, Fixed: usercache.MountFixed,
		Keeper: "p.byUser[user] = profile",
		Routes: one(get, "/home/{user}", 20),
	},
	{
		Name: "headerslice", Verdict: scenario.Leak,
		About:   "Header strings of every visit are appended to a global slice (slow).",
		Leaking: headerslice.MountLeaking, Fixed: headerslice.MountFixed,
		Keeper: `visits = append(visits, visit{c.GetHeader("Referer"), c.GetHeader("User-Agent"), c.GetHeader("Cookie")})`,
		Routes: one(get, "/landing/{hot:5}", 20),
	},
	{
		Name: "bigbuffer", Verdict: scenario.Leak,
		About:   "A 32-byte slice of each upload is remembered and keeps the whole upload.",
		Leaking: bigbuffer.MountLeaking, Fixed: bigbuffer.MountFixed,
		Keeper: "u.signatures = append(u.signatures, signature)",
		Routes: []loadgen.Route{{Method: post, Path: "/uploads", Rate: 5, BodyBytes: 16 << 10}},
	},
	{
		Name: "metriclabel", Verdict: scenario.Leak,
		About:   "A Prometheus summary has the user's id as label: a series per user, for ever.",
		Leaking: metriclabel.MountLeaking, Fixed: metriclabel.MountFixed,
		Keeper: `seconds.WithLabelValues(c.Param("user")).Observe(time.Since(started).Seconds())`,
		Routes: one(get, "/account/{user}", 1),
	},
	{
		Name: "finalizercycle", Verdict: scenario.Leak,
		About:   "Objects with a finalizer are part of a cycle and are never collected.",
		Leaking: finalizercycle.MountLeaking, Fixed: finalizercycle.MountFixed,
		Keeper: "runtime.SetFinalizer(scanner, func(*Scanner) { openScanners.Add(-1) })",
		Routes: one(post, "/picking/{order}", 15),
	},
	{
		Name: "blockedfinalizer", Verdict: scenario.Leak,
		About:   "A finalizer waits for ever, so no later finalizer runs and their objects stay.",
		Leaking: blockedfinalizer.MountLeaking, Fixed: blockedfinalizer.MountFixed,
		Keeper: "l.printer.returned <- len(l.template)",
		Routes: one(post, "/labels/{order}", 18),
	},
	{
		Name: "iterpull", Verdict: scenario.GoroutineLeak,
		About:   "iter.Pull without stop leaves a coroutine per request.",
		Leaking: iterpull.MountLeaking, Fixed: iterpull.MountFixed,
		Keeper: "next, _ := iter.Pull(History(order))",
		Routes: one(get, "/history/{order}", 10),
	},
	{
		Name: "pipereader", Verdict: scenario.GoroutineLeak,
		About:   "The reader of an io.Pipe is dropped unclosed, so its writing goroutine waits for ever.",
		Leaking: pipereader.MountLeaking, Fixed: pipereader.MountFixed,
		Keeper: "n, err := io.ReadFull(Stream(report), preview)",
		Routes: one(get, "/reports/{order}/preview", 6),
	},
	{
		Name: "offheap", Verdict: scenario.OutsideHeap,
		About:   "Memory mapped outside Go's heap is never unmapped: the resident set grows, the heap does not.",
		Leaking: offheap.MountLeaking, Fixed: offheap.MountFixed,
		Keeper: "canvas, err := newCanvas()",
		Routes: one(get, "/thumbnail/{sku}", 2.5),
	},
	{
		Name: "timeafterloop", Verdict: scenario.Leak, Godebug: olderTimers,
		About:   "time.After in a loop, with the timers of Go before 1.23: each turn leaves a timer for an hour.",
		Leaking: timeafterloop.MountLeaking, Fixed: timeafterloop.MountFixed,
		Keeper: "case <-time.After(idleAlarm):",
		Routes: one(post, "/changes/{sku}", 15),
	},
	{
		Name: "tickerperrequest", Verdict: scenario.Leak, Godebug: olderTimers,
		About:   "Tickers made for each request and not stopped, with the timers of Go before 1.23.",
		Leaking: tickerperrequest.MountLeaking, Fixed: tickerperrequest.MountFixed,
		Keeper: "slow := time.NewTicker(slowAfter)",
		Routes: one(get, "/carriers/{order}", 15),
	},
}

var folklore = []scenario.Scenario{
	{
		Name: "unreferencedticker", Verdict: scenario.Steady, Harmless: unreferencedticker.Mount,
		About:  "Tickers dropped without Stop: collected since Go 1.23.",
		Routes: one(get, "/carriers/{order}", 15),
	},
	{
		Name: "closurecycle", Verdict: scenario.Steady, Harmless: closurecycle.Mount,
		About:  "Closures and maps that point at each other: a tracing collector does not mind cycles.",
		Routes: one(get, "/pages/{order}", 15),
	},
	{
		Name: "serverbody", Verdict: scenario.Steady, Harmless: serverbody.Mount,
		About:  "Request bodies left half read and unclosed in handlers: the server closes them.",
		Routes: []loadgen.Route{{Method: post, Path: "/sniff", Rate: 15, BodyBytes: 8 << 10}},
	},
	{
		Name: "valuechain", Verdict: scenario.Steady, Harmless: valuechain.Mount,
		About:  "Chains of context.WithValue per request: they end with the request.",
		Routes: one(get, "/offers/{user}", 15),
	},
	{
		Name: "requestcancel", Verdict: scenario.Steady, Harmless: requestcancel.Mount,
		About:  "A cancel lost below the request's own context: the server cancels that one.",
		Routes: one(get, "/lookup/{order}", 15),
	},
}

var growers = []scenario.Scenario{
	{
		Name: "cachewarmup", Verdict: scenario.WarmUp, Harmless: cachewarmup.Mount,
		About:  "A cache over 400 categories fills: fast at first, then slower and slower, to its bound.",
		Routes: one(get, "/category/{hot:400}", 12),
	},
	{
		Name: "ringfill", Verdict: scenario.WarmUp, Harmless: ringfill.Mount,
		About:  "A ring of the last responses fills at an even rate until it is full, then stays.",
		Routes: one(post, "/support/{order}", 15),
	},
	{
		Name: "allocflood", Verdict: scenario.Flood, Harmless: allocflood.Mount,
		About: "From the middle of the run on, requests allocate 1 MiB each instead of 16 KiB and keep none of it.",
		Routes: []loadgen.Route{
			{Path: "/compare/small", Rate: 25, Until: 60 * time.Second},
			{Path: "/compare/full", Rate: 25, From: 60 * time.Second},
		},
	},
	{
		Name: "loadramp", Verdict: scenario.Load, Harmless: loadramp.Mount, Pattern: loadgen.Ramp,
		About:  "The load ramps up and down; each request holds its working set while it lasts.",
		Routes: one(get, "/poll/{user}", 40),
	},
	{
		Name: "poolbursts", Verdict: scenario.Load, Harmless: poolbursts.Mount, Pattern: loadgen.Bursts,
		About:  "Bursts over a sync.Pool of big buffers, which the collector empties after each burst.",
		Routes: one(post, "/convert/{sku}", 60),
	},
	{
		Name: "highwater", Verdict: scenario.HighWater, Harmless: highwater.Mount,
		About: "A map is filled by an import and emptied: it keeps its groups, and the process its resident set.",
		Routes: []loadgen.Route{
			{Method: post, Path: "/import/{order}", Rate: 5, From: 12 * time.Second, Until: 65 * time.Second},
			{Method: post, Path: "/import-finish", Once: true, From: 70 * time.Second},
		},
	},
}
