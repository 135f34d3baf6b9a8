// Package truth says what a recorded run really is, and checks the claim against what was measured.
package truth

import "shop/scenario"

// Schema names the form of a truth file.
const Schema = "tidemark.truth/1"

// Record is the content of a truth file.
type Record struct {
	Schema             string           `json:"schema"`
	Scenario           string           `json:"scenario"`
	Variant            scenario.Variant `json:"variant"`
	Verdict            scenario.Verdict `json:"verdict"`
	About              string           `json:"about"`
	Sites              []Site           `json:"sites"`
	Creator            *Place           `json:"creator,omitempty"` // what starts the leaked goroutines
	Keeper             *Place           `json:"keeper,omitempty"`
	AllocationSites    string           `json:"allocationSitesNote,omitempty"`
	Go                 string           `json:"go"`
	Godebug            string           `json:"godebug,omitempty"`
	Seconds            int              `json:"seconds"`
	RequestsPerSecond  float64          `json:"requestsPerSecond"`
	ForcedCollections  bool             `json:"forcedCollections"`
	Grows              Growth           `json:"grows"`
	GrowsInTheLastPart Growth           `json:"growsInLastThird"`
	LiveHeapBytes      Range            `json:"liveHeapBytes"`
}

// Place is a line of code, with the function named as profiles name it.
type Place struct {
	Function string `json:"function"`
	File     string `json:"file"`
	Line     int    `json:"line"`
}

// Site is a place that grows: it allocates what is kept, or goroutines wait in it.
type Site struct {
	Place
	What          string  `json:"what"` // allocates or blocks
	ShareOfGrowth float64 `json:"shareOfGrowth"`
}

const (
	Allocates = "allocates"
	Blocks    = "blocks"
)

// Growth is the slopes of a run.
type Growth struct {
	LiveHeapBytesPerMinute float64 `json:"liveHeapBytesPerMinute"`
	GoroutinesPerMinute    float64 `json:"goroutinesPerMinute"`
	RSSBytesPerMinute      float64 `json:"rssBytesPerMinute"`
}

// Range is the values of a run: first, last and the extremes.
type Range struct {
	First float64 `json:"first"`
	Last  float64 `json:"last"`
	Min   float64 `json:"min"`
	Max   float64 `json:"max"`
}
