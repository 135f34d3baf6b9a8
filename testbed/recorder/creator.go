package recorder

import (
	"path"
	"regexp"
	"strconv"
	"strings"

	"shop/truth"
)

// created is the last entry of a goroutine's stack in a text dump: who started it, and where.
var created = regexp.MustCompile(`(?m)^created by (.+?)(?: in goroutine \d+)?\n\t(.+):(\d+) `)

// creatorOf returns the place that started most of the goroutines which have the function on their stack.
func creatorOf(dump []byte, function string) *truth.Place {
	counts := map[truth.Place]int{}
	var most *truth.Place
	for stack := range strings.SplitSeq(string(dump), "\n\n") {
		match := created.FindStringSubmatch(stack + "\n")
		if match == nil || !strings.Contains(stack, "\n"+function+"(") {
			continue
		}
		line, _ := strconv.Atoi(match[3])
		place := truth.Place{Function: match[1], File: path.Clean(match[2]), Line: line}
		counts[place]++
		if most == nil || counts[place] > counts[*most] {
			most = &place
		}
	}
	return most
}
