"""From one page of a long answer to the next."""

from __future__ import annotations

from typing import Any

from dragoman.log import Log
from dragoman.requests.facts import Page

log = Log("dragoman.history")

_MS = 1_000_000


def cut(page: Page, rows: list[Any], stop: Any) -> bool:
    """Take the rows beyond `stop` out of a page, which is then the last one; whether there were any."""
    if stop is None or page.time is None:
        return False
    inside = [row for row in rows if (moment := page.time(row)) is None or not beyond(page, moment, stop)]
    is_last = len(inside) < len(rows)
    rows[:] = inside
    return is_last


def moving(page: Page) -> str:
    """The parameter that changes from page to page."""
    if page.kind == "time":
        return page.end if page.backward else page.start
    return page.from_


def turned(page: Page, given: dict[str, Any], where: Any) -> dict[str, Any]:
    """What the next page is asked for with."""
    if page.kind == "cursor":
        return {**given, page.from_: where}
    following = {**given, moving(page): where - page.step if page.backward else where + page.step}
    if page.kind == "id":
        # The first page may begin at a time; from then on the ids lead.
        for name in (page.start, *((page.end, *page.begin) if page.begin else ())):
            following.pop(name, None)
    return following


def rows_at(page: Page, rows: list[Any], moment: Any) -> list[Any]:
    """The last rows of a page that are of one moment: those that the next page may bring again, and which others may share with them."""
    found: list[Any] = []
    for row in reversed(rows) if moment is not None else ():
        if page.next(row) != moment:
            break
        found.append(row)
    return found


def stepped_over(page: Page, name: str, moment: int, in_words: bool) -> int:
    """The moment after one of which there are more rows than a page holds, which can't be turned in it."""
    log.warning("more rows of one moment than a page holds", operation=name, moment=moment)
    step = _MS if in_words else 1
    return moment - step if page.backward else moment + step


def beyond(page: Page, moment: int, stop: int) -> bool:
    """Whether a moment lies outside of what is asked for."""
    return moment < stop if page.backward else moment > stop
