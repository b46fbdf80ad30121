"""What is declared is used; what nothing uses misleads the next reader."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import UNSET

from dragoman_generator.ir.venue import Venue
from dragoman_generator.language.wire import by_budget
from dragoman_generator.lint.findings import Finding, words_said


def shapes_and_enums(venue: Venue) -> Iterator[Finding]:
    """Shapes, enums and tables are named by something beside themselves."""
    spec = venue.merged
    counts = words_said(venue)
    for section, entries in (("shapes", spec.shapes), ("enums", spec.enums), ("tables", spec.tables)):
        for name in entries:
            if counts.get(name, 0) <= 1:
                yield Finding((section, name), f"nothing uses {name!r}", "remove it", key=True)


def limits_and_schemes(venue: Venue) -> Iterator[Finding]:
    """Budgets are drawn on by operations, auth schemes sign operations or logins."""
    spec = venue.merged
    budgets = {budget for item in spec.operations.values() for budget in by_budget(item.weight)}
    for channel in spec.channels.values():
        on_gap = getattr(channel.state, "on_gap", None)
        budgets.add(str(getattr(on_gap, "budget", "")))
    for name, limit in spec.limits.items():
        if name not in budgets and limit.scope != "connection" and not limit.why:
            yield Finding(
                ("limits", name),
                f"nothing draws on the budget {name!r}",
                "name it in a 'weight', or say 'why' it stands here",
                key=True,
            )
    schemes = {str(item.auth) for item in spec.operations.values() if item.auth is not UNSET}
    schemes |= {item.login.auth for item in spec.connections.values() if item.login is not UNSET}
    schemes |= {str(item.requests.auth) for item in spec.connections.values() if item.requests is not UNSET}
    for name in spec.auth:
        if name not in schemes:
            yield Finding(("auth", name), f"nothing is signed by the scheme {name!r}", "remove it", key=True)
