"""Generated venue packages; `make generate` writes them."""
