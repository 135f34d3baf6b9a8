// Package page has a dot in the last element of its path, which profiles print as %2e.
package page

import "strings"

// Render allocates a page.
func Render(title string, lines int) string {
	return strings.Repeat(title+"\n", lines)
}
