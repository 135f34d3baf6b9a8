package recorder

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/pprof/profile"

	"shop/scenario"
	"shop/truth"
)

// surveyProfiles are read at even distances, so that the slope of each site can be told from its turnover.
const surveyProfiles = 7

// survey runs both variants with fine sampling and returns the sites that only grow when leaking, and the leaking run's profiles.
func (r *Recorder) survey(ctx context.Context, s scenario.Scenario) ([]truth.Site, []*profile.Profile, error) {
	var leaking, fixed []*profile.Profile
	errs := make(chan error, 2)
	go func() { errs <- r.surveyOne(ctx, s, scenario.LeakingVariant, &leaking) }()
	go func() { errs <- r.surveyOne(ctx, s, scenario.FixedVariant, &fixed) }()
	if err := errors.Join(<-errs, <-errs); err != nil {
		return nil, nil, fmt.Errorf("survey of %s: %w", s.Name, err)
	}
	sites := truth.HeapSites(leaking, fixed)
	if len(sites) == 0 {
		return nil, nil, fmt.Errorf("survey of %s: nothing grew", s.Name)
	}
	return sites, leaking, nil
}

func (r *Recorder) surveyOne(ctx context.Context, s scenario.Scenario, v scenario.Variant, profiles *[]*profile.Profile) error {
	fine := []string{fmt.Sprintf("memprofilerate=%d", surveySamplingBytes)}
	return r.drive(ctx, s, v, r.Survey, fine, func(base string) error {
		reader := newSnapshotter(base, "")
		for range surveyProfiles {
			p, err := reader.heap(ctx)
			if err != nil {
				return err
			}
			*profiles = append(*profiles, p)
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-time.After(r.Survey / surveyProfiles):
			}
		}
		return nil
	})
}

func (s *snapshotter) heap(ctx context.Context) (*profile.Profile, error) {
	b, err := s.get(ctx, "/debug/pprof/heap")
	if err != nil {
		return nil, err
	}
	return profile.Parse(bytes.NewReader(b))
}
