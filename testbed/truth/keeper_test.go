package truth

import "testing"

const source = `package cache

type Pages struct{ m map[string]int }

func (p *Pages) Get(k string) int {
	p.m[k] = 1
	return p.m[k]
}

func Middleware() func(string) {
	first := func() {}
	first()
	return func(k string) {
		kept = append(kept, k)
	}
}

var kept []string
`

func TestKeeperIsNamedAsTheLinkerNamesIt(t *testing.T) {
	tests := map[string]Place{
		"p.m[k] = 1":             {"shop/cache.(*Pages).Get", "shop/cache/leaking.go", 6},
		"kept = append(kept, k)": {"shop/cache.Middleware.func2", "shop/cache/leaking.go", 14},
		"first := func() {}":     {"shop/cache.Middleware", "shop/cache/leaking.go", 11},
	}
	for statement, want := range tests {
		place, err := FindKeeper("shop/cache/leaking.go", []byte(source), statement)
		if err != nil || place != want {
			t.Errorf("%q: %+v, %v; want %+v", statement, place, err, want)
		}
	}
	if _, err := FindKeeper("shop/cache/leaking.go", []byte(source), "nowhere"); err == nil {
		t.Error("a statement that is not there was found")
	}
}
