"""Venues that tell trees of ladders, whole and then as changes, to clients who ask for them by criteria."""
