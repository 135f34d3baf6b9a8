package shop

import "context"

type key struct{}

type job struct{ ctx context.Context }

func use(context.Context) {}

func brokenSwitch(ctx context.Context, jobs []int) {
	for _, x := range jobs {
		switch x {
		case 1:
			ctx = context.WithValue(ctx, key{}, x) // want "each turn of the loop"
			break
		}
		use(ctx)
	}
}

func brokenInnerLoop(ctx context.Context, jobs [][]int) {
	for _, some := range jobs {
		for _, x := range some {
			ctx = context.WithValue(ctx, key{}, x) // want "each turn of the loop"
			break
		}
		use(ctx)
	}
}

func continuedOuterLoop(ctx context.Context, jobs [][]int) {
outer:
	for _, some := range jobs {
		for _, x := range some {
			ctx = context.WithValue(ctx, key{}, x) // want "each turn of the loop"
			continue outer
		}
	}
}

func ofAField(ctx context.Context, jobs []int) {
	j := &job{ctx: ctx}
	for _, x := range jobs {
		j.ctx = context.WithValue(j.ctx, key{}, x) // want "each turn of the loop"
		use(j.ctx)
	}
}

func fineBroken(ctx context.Context, jobs []int) {
	for _, x := range jobs {
		if x > 3 {
			ctx = context.WithValue(ctx, key{}, x)
			break
		}
	}
	use(ctx)
}

func fineBrokenOutOfBoth(ctx context.Context, jobs [][]int) {
outer:
	for _, some := range jobs {
		for _, x := range some {
			ctx = context.WithValue(ctx, key{}, x)
			break outer
		}
	}
	use(ctx)
}

func fineReturned(ctx context.Context, jobs []int) context.Context {
	for _, x := range jobs {
		if x > 3 {
			ctx = context.WithValue(ctx, key{}, x)
			return ctx
		}
	}
	return ctx
}

func finePanics(ctx context.Context, jobs []int) {
	for _, x := range jobs {
		if x > 3 {
			ctx = context.WithValue(ctx, key{}, x)
			panic(ctx)
		}
	}
}

func fineAnew(first context.Context, jobs []int) {
	ctx := first
	for _, x := range jobs {
		ctx = first
		ctx = context.WithValue(ctx, key{}, x)
		use(ctx)
	}
}

func fineItsOwn(ctx context.Context, jobs []int) {
	for _, x := range jobs {
		ctx := context.WithValue(ctx, key{}, x)
		use(ctx)
	}
}

func fineFieldOfItsOwn(ctx context.Context, jobs []int) {
	for _, x := range jobs {
		j := &job{ctx: ctx}
		j.ctx = context.WithValue(j.ctx, key{}, x)
		use(j.ctx)
	}
}

func fineOneAfterTheOther(ctx context.Context) {
	ctx = context.WithValue(ctx, key{}, 1)
	ctx = context.WithValue(ctx, key{}, 2)
	use(ctx)
}
