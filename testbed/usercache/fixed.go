package usercache

import (
	"container/list"
	"net/http"
	"sync"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

// RecentProfiles is a cache of the profiles used last, up to a bound.
type RecentProfiles struct {
	mu     sync.Mutex
	bound  int
	order  *list.List
	byUser map[string]*list.Element
}

// Get returns the user's profile, loads it on first use and forgets the one used longest ago.
func (p *RecentProfiles) Get(user string) *Profile {
	p.mu.Lock()
	defer p.mu.Unlock()
	if element, known := p.byUser[user]; known {
		p.order.MoveToFront(element)
		return element.Value.(*Profile)
	}
	profile := loadProfile(user)
	p.byUser[user] = p.order.PushFront(profile)
	if p.order.Len() > p.bound {
		oldest := p.order.Remove(p.order.Back()).(*Profile)
		delete(p.byUser, oldest.User)
	}
	return profile
}

// MountFixed adds the home page's route.
func MountFixed(env scenario.Env) {
	profiles := &RecentProfiles{bound: 100, order: list.New(), byUser: map[string]*list.Element{}}
	env.Routes.GET("/home/:user", func(c *gin.Context) {
		c.JSON(http.StatusOK, gin.H{"interests": profiles.Get(c.Param("user")).Interests})
	})
}
