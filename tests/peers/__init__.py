"""Somebody else's clients, unmodified, against the simulated venues: `make peers`."""
