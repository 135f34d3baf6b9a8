module tidemark.dev/benchmarks/peers

go 1.26
