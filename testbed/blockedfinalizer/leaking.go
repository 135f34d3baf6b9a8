// Package blockedfinalizer makes labels with templates that must be given back to the printer.
package blockedfinalizer

import (
	"net/http"
	"runtime"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

// Label is one label with the printer's template in it.
type Label struct {
	printer  *Printer
	template []byte
}

// Printer takes templates back over a channel.
type Printer struct {
	returned chan int
}

// NewLabel makes a label that gives its template back when it is collected.
func (p *Printer) NewLabel(order string) *Label {
	label := &Label{printer: p, template: make([]byte, 1200)}
	copy(label.template, order)
	runtime.SetFinalizer(label, (*Label).giveBack)
	return label
}

func (l *Label) giveBack() {
	// Leaks: nobody receives, so the one goroutine that runs finalizers waits here, and all
	// objects with a finalizer stay in its queue.
	l.printer.returned <- len(l.template)
}

// MountLeaking adds the label route.
func MountLeaking(env scenario.Env) {
	printer := &Printer{returned: make(chan int)}
	env.Routes.POST("/labels/:order", func(c *gin.Context) {
		label := printer.NewLabel(c.Param("order"))
		c.JSON(http.StatusOK, gin.H{"bytes": len(label.template)})
	})
}
