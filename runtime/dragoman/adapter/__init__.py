"""The live adapter: sessions, calls and books of one venue behind one object."""

from dragoman.adapter.adapter import Adapter

__all__ = ["Adapter"]
