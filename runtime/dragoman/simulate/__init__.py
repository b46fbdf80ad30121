"""A venue that answers on loopback: events turned back into the venue's own bytes, a seeded market, and a server."""
