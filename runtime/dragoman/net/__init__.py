"""Sockets, timers and HTTP behind a seam of three methods, with the mock beside the real backends."""
