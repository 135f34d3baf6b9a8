// Package usercache keeps customers' profiles near the handlers that need them.
package usercache

import (
	"net/http"
	"sync"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

// Profile is what pages are made to fit to.
type Profile struct {
	User      string
	Interests []string
	Weights   []float64
}

// Profiles is a cache of profiles by user.
type Profiles struct {
	mu     sync.RWMutex
	byUser map[string]*Profile
}

// Get returns the user's profile and loads it on first use.
func (p *Profiles) Get(user string) *Profile {
	p.mu.RLock()
	profile, known := p.byUser[user]
	p.mu.RUnlock()
	if known {
		return profile
	}
	profile = loadProfile(user)
	p.mu.Lock()
	defer p.mu.Unlock()
	// Leaks: nothing ever leaves the map, and there is always a new user.
	p.byUser[user] = profile
	return profile
}

func loadProfile(user string) *Profile {
	profile := &Profile{User: user, Weights: make([]float64, 320)}
	for _, interest := range []string{"garden", "kitchen", "travel"} {
		profile.Interests = append(profile.Interests, interest+" of "+user)
	}
	return profile
}

// MountLeaking adds the home page's route.
func MountLeaking(env scenario.Env) {
	profiles := &Profiles{byUser: map[string]*Profile{}}
	env.Routes.GET("/home/:user", func(c *gin.Context) {
		c.JSON(http.StatusOK, gin.H{"interests": profiles.Get(c.Param("user")).Interests})
	})
}
