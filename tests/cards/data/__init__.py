"""Cards of market data."""
