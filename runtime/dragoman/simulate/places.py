"""Where a venue's servers and connections are: which of them share a host, and what the path of an address tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from dragoman.net.framing import Framing
from dragoman.requests.facts import Interface

_SLOT = re.compile(r"\\{\w+\\}")


@dataclass(frozen=True, slots=True)
class Way:
    """One connection of one product ("" for all); `path` is the venue's own, `own` one that nothing else has."""

    connection: str
    product: str
    path: str
    own: str
    framing: Framing | None = None
    """How bytes are cut into frames, where it is no WebSocket."""
    is_websocket: bool = True

    def fits(self, path: str) -> bool:
        """Whether a path is the venue's own for it."""
        wanted = _SLOT.sub("[^/?]+", re.escape(urlsplit(self.path).path.rstrip("/")))
        return re.fullmatch(wanted, path.rstrip("/")) is not None


class Places:
    """The hosts of one venue."""

    def __init__(self, interface: Interface) -> None:
        self.interface = interface
        known = interface.environments
        self._real = known.get("mainnet") or next(iter(known.values()))

    def base(self, server: str) -> str:
        """What stands before the paths of a server."""
        return urlsplit(self._real.http.get(server, "")).path.rstrip("/")

    def servers(self, names: Iterable[str]) -> dict[str, list[str]]:
        """Host -> the HTTP servers that it is."""
        found: dict[str, list[str]] = {}
        for name in sorted(names):
            found.setdefault(_host(self._real.http.get(name, f"http://{name}")), []).append(name)
        return found

    def connections(self, products: Sequence[str]) -> dict[str, list[Way]]:
        """Host -> the connections that are opened there, of those products that are served."""
        found: dict[str, list[Way]] = {}
        for stream in self.interface.streams.values():
            if stream.transport == "file":
                continue
            said = (stream.frame, stream.at_connect, stream.requests)
            if said == (None, None, None) and not stream.login:
                continue
            addresses = self._real.connections.get(stream.name, {})
            token = "/{session_token}" if stream.login and stream.login_frame is None else ""
            for product in addresses or stream.products or ("",):
                if product and product not in products:
                    continue
                if stream.products and not set(stream.products).intersection(products):
                    continue
                alone = product or (stream.products[0] if len(stream.products) == 1 else "")
                real = addresses.get(product, f"wss://{stream.name}")
                own = f"/{stream.name}" + (f"@{product}" if product else "") + token
                path = urlsplit(real).path + ("?" + urlsplit(real).query if urlsplit(real).query else "")
                ways = found.setdefault(_host(real), [])
                ways.append(
                    Way(stream.name, alone, path, own, stream.framing, stream.transport == "websocket")
                )
        return found


def chosen(ways: Sequence[Way], path: str, host: str) -> list[Way]:
    """What a client wants who connects to a host with a path; all that is there where the path does not tell."""
    plain = path.split("?")[0].removeprefix(f"/{urlsplit(host).hostname}")
    own = [way for way in ways if plain == way.own or plain.startswith(way.own.split("{")[0] + "/")]
    if not own:
        own = [way for way in ways if "{" in way.own and plain.startswith(way.own.split("{")[0])]
    if own:
        return own[:1]
    fitting = [way for way in ways if way.fits(plain)]
    if fitting and not any("{" in way.path for way in fitting):
        return fitting
    return [*fitting, *(way for way in ways if way not in fitting)]


def _host(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
