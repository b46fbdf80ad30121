"""Resolved venues to files: pure functions from the representation to `{path: text}`."""
