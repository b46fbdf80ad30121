"""Dragoman: trading-venue adapters made from specs."""
