package headerslice

import (
	"sync"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

// campaignCounts counts visits for the campaigns that are known beforehand.
type campaignCounts struct {
	mu     sync.Mutex
	counts map[string]int
}

func newCampaignCounts(campaigns ...string) *campaignCounts {
	counts := make(map[string]int, len(campaigns))
	for _, name := range campaigns {
		counts[name] = 0
	}
	return &campaignCounts{counts: counts}
}

// CountVisit counts the visit for its campaign.
func (v *campaignCounts) CountVisit(c *gin.Context) {
	v.mu.Lock()
	if n, known := v.counts[c.Param("campaign")]; known {
		v.counts[c.Param("campaign")] = n + 1
	}
	v.mu.Unlock()
	c.Next()
}

// MountFixed adds the landing route.
func MountFixed(env scenario.Env) {
	counts := newCampaignCounts("0", "1", "2", "3", "4")
	env.Routes.GET("/landing/:campaign", counts.CountVisit, landing)
}
