"""What a subscription or a request of a node asks an adapter for."""

from __future__ import annotations

from typing import Any

from nautilus_trader.core.datetime import dt_to_unix_nanos

_JUST_NOW_NS = 1_000_000_000


def channel_params(command: Any) -> dict[str, Any]:
    """The venue's own parameters; what else NautilusTrader puts among `params` is its engine's."""
    return dict((command.params or {}).get("channel", {}))


def history_params(request: Any, now_ns: int) -> dict[str, Any]:
    """The venue's own parameters, the range and the limit of a request for history.

    Where nobody gives an end, NautilusTrader puts the moment of the asking there: what is newest is wanted then, and there is none.
    """
    found = channel_params(request)
    for key in ("start", "end"):
        moment = getattr(request, key, None)
        if moment is not None:
            found[key] = int(dt_to_unix_nanos(moment))
    if now_ns - found.get("end", 0) < _JUST_NOW_NS:
        del found["end"]
    if limit := getattr(request, "limit", 0):
        found["limit"] = limit
    return found
