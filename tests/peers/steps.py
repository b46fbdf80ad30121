"""What a peer's process tells, a line of JSON a step; no dependency, since the peers' interpreters import it too."""

import json
import sys
import traceback
from collections.abc import Callable, Mapping
from typing import Any

MOST_SAID = 300


class Failed(Exception):
    """The peer answered, and not as it should."""


def need(good: object, why: str) -> None:
    """Raises Failed where something that must hold does not."""
    if not good:
        raise Failed(why)


class Steps:
    """Does one step after the other; what fails is told, and the next one is tried all the same."""

    def __init__(self) -> None:
        said: dict[str, Any] = json.loads(sys.stdin.readline())
        self.addresses: Mapping[str, str] = said["addresses"]
        self._secure: Mapping[str, str] = said["secure"]
        self.symbols: Mapping[str, str] = said["symbols"]
        self.credentials: Mapping[str, str] = said["credentials"]

    def local(self, address: str) -> str:
        """An address of the real venue, its host replaced by the simulated one; other addresses as they are."""
        return _replaced(address, self.addresses)

    def secure(self, address: str) -> str:
        """As `local`, through TLS, for clients that speak nothing else."""
        return _replaced(address, self._secure)

    def do(self, step: str, action: Callable[[], object]) -> None:
        """Tells whether the action ended well; what it returns is the detail that is shown."""
        try:
            detail = action()
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            self.tell(step, False, f"{type(error).__name__}: {error} ({where.name}:{where.lineno})")
        else:
            self.tell(step, True, "" if detail is None else str(detail))

    def tell(self, step: str, good: bool, detail: str = "") -> None:
        print(json.dumps({"step": step, "good": good, "detail": detail[:MOST_SAID]}), flush=True)


def _replaced(address: str, hosts: Mapping[str, str]) -> str:
    for real, simulated in hosts.items():
        if address == real or address.startswith(f"{real}/"):
            return simulated + address[len(real) :]
    return address
