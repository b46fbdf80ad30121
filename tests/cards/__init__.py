"""Acceptance cards: what every venue has to do of what its specification says that it can, tried on its simulation."""
