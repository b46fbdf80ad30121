"""Errors of the call itself: nothing was sent, and the same call will fail again."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.errors.base import DragomanError, listed, nearest, told


class CallError(DragomanError):
    """The call can't mean anything; nothing was sent."""


class InvalidIdentifier(CallError, ValueError):
    """A text breaks the grammar of its kind of identifier."""

    kind: str
    text: str
    why: str

    def __init__(self, kind: str, text: str, why: str) -> None:
        super().__init__(f"{text[:120]!r} is no {kind}: {why}", kind=kind, text=text, why=why)


class UnknownSource(CallError):
    """The translator has no such operation, connection or data set."""

    venue: str
    source: str
    known: tuple[str, ...]

    def __init__(self, venue: str, source: str, known: Iterable[str] = ()) -> None:
        names = tuple(sorted(known))
        hint = nearest(source, names)
        meant = f"did you mean {hint!r}?" if hint else f"sources() lists them: {listed(names)}"
        super().__init__(
            f"{venue}: no source {source[:120]!r}; {meant}",
            venue=venue,
            source=source,
            known=names,
            hint=hint,
        )


class UnknownAction(CallError):
    """Neither an operation of the venue nor a normalized action has this name."""

    venue: str
    action: str
    known: tuple[str, ...]

    def __init__(self, venue: str, action: str, known: Iterable[str] = ()) -> None:
        names = tuple(sorted(known))
        hint = nearest(action, names)
        meant = f"did you mean {hint!r}?" if hint else f"there are {listed(names)}"
        super().__init__(
            f"{venue}: no action {action[:120]!r}; {meant}",
            venue=venue,
            action=action,
            known=names,
            hint=hint,
        )


class InvalidParameter(CallError, ValueError):
    """A parameter of an action is unknown, missing, or has a value that the venue doesn't take."""

    venue: str
    action: str
    parameter: str
    why: str

    def __init__(self, venue: str, action: str, parameter: str, why: str) -> None:
        super().__init__(
            f"{venue} {action}: parameter {parameter[:80]!r} {why}",
            venue=venue,
            action=action,
            parameter=parameter,
            why=why,
        )


class ProductRequired(CallError):
    """Nothing says which product is meant, or `told` is none of `products`; pass `product=`."""

    venue: str
    source: str
    products: tuple[str, ...]
    told: str | None

    def __init__(self, venue: str, source: str, products: Iterable[str], told: str | None = None) -> None:
        names = tuple(name for name in products if name)
        why = "nothing says which product is meant" if told is None else f"{told[:120]!r} is no product of it"
        super().__init__(
            f"{venue} {source}: {why}; pass product=, one of {listed(names)}",
            venue=venue,
            source=source,
            products=names,
            told=told,
        )


class RequestRequired(CallError):
    """The body doesn't repeat a parameter that its meaning depends on; pass `request=`."""

    venue: str
    source: str
    parameter: str

    def __init__(self, venue: str, source: str, parameter: str) -> None:
        super().__init__(
            f"{venue} {source}: the payload doesn't say its {parameter}; pass request={{{parameter!r}: ...}}",
            venue=venue,
            source=source,
            parameter=parameter,
        )


class NotSupported(CallError):
    """The venue has no such action for that product; `supported` lists what it has instead, the likeliest first."""

    venue: str
    action: str
    product: str | None
    supported: tuple[str, ...]

    def __init__(
        self,
        venue: str,
        action: str,
        product: str | None = None,
        supported: Iterable[str] = (),
        why: str = "",
    ) -> None:
        names = tuple(supported)
        where = f" for {product}" if product else ""
        reason = f" ({why})" if why else ""
        super().__init__(
            f"{venue} doesn't support {action}{where}{reason}; supported: {told(names)}",
            venue=venue,
            action=action,
            product=product,
            supported=names,
            why=why,
        )


class InvalidOrder(CallError):
    """An order contradicts itself or its instrument; `field` is what to change."""

    field: str
    why: str

    def __init__(self, field: str, why: str) -> None:
        super().__init__(f"invalid order: {field} {why}", field=field, why=why)


class Denied(CallError):
    """The venue's decision table refuses this combination, for the reason that it states; `supported` is what it takes instead."""

    venue: str
    action: str
    reason: str
    supported: tuple[str, ...]
    product: str | None

    def __init__(
        self,
        venue: str,
        action: str,
        reason: str,
        supported: Iterable[str] = (),
        product: str | None = None,
    ) -> None:
        names = tuple(supported)
        instead = f"; it takes {' or '.join(names)}" if names else ""
        where = f" of {product}" if product else ""
        super().__init__(
            f"{venue} {action}{where}: denied before sending: {reason}{instead}",
            venue=venue,
            action=action,
            reason=reason,
            supported=names,
            product=product,
        )
