"""Normalized commands through a venue's decision tables: one table for single orders, batches and amendments alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.net.wire import Request

if TYPE_CHECKING:
    from dragoman.requests.builder import Requests

COMMANDS = (
    "submit_order",
    "submit_order_list",
    "modify_order",
    "cancel_order",
    "cancel_all_orders",
    "query_order",
    "query_account",
)
"""The normalized commands; a venue has those that its specification declares."""


def command_request(requests: Requests, action: str, params: dict[str, Any]) -> Request:
    """The signed request of a command."""
    raise AssertionError(f"{requests.venue} {action} {params}")
