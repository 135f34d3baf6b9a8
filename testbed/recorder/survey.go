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

// span is two heap profiles of one process, some time apart.
type span struct {
	before, after *profile.Profile
}

// survey runs both variants with fine sampling and returns the sites that only grow when leaking.
func (r *Recorder) survey(ctx context.Context, s scenario.Scenario) ([]truth.Site, error) {
	var leaking, fixed span
	errs := make(chan error, 2)
	go func() { errs <- r.surveyOne(ctx, s, scenario.LeakingVariant, &leaking) }()
	go func() { errs <- r.surveyOne(ctx, s, scenario.FixedVariant, &fixed) }()
	if err := errors.Join(<-errs, <-errs); err != nil {
		return nil, fmt.Errorf("survey of %s: %w", s.Name, err)
	}
	sites := truth.HeapSites(leaking.before, leaking.after, fixed.before, fixed.after)
	if len(sites) == 0 {
		return nil, fmt.Errorf("survey of %s: nothing grew", s.Name)
	}
	return sites, nil
}

func (r *Recorder) surveyOne(ctx context.Context, s scenario.Scenario, v scenario.Variant, result *span) error {
	fine := []string{fmt.Sprintf("memprofilerate=%d", surveySamplingBytes)}
	return r.drive(ctx, s, v, r.Survey, fine, func(base string) error {
		reader := newSnapshotter(base, "")
		var err error
		if result.before, err = reader.heap(ctx); err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(r.Survey):
		}
		result.after, err = reader.heap(ctx)
		return err
	})
}

func (s *snapshotter) heap(ctx context.Context) (*profile.Profile, error) {
	b, err := s.get(ctx, "/debug/pprof/heap")
	if err != nil {
		return nil, err
	}
	return profile.Parse(bytes.NewReader(b))
}
