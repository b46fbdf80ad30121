"""Dragoman's model as NautilusTrader's objects and back: pure, exact, without I/O."""
