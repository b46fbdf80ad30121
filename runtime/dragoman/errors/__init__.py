"""Every error that Dragoman raises, arranged by what the caller can do about it.

- `SetupError`: install, configure or log in differently, then start again.
- `CallError`: the call itself is wrong; nothing was sent, change it.
- `DataError`: what came from outside is bad; skip it, keep the raw text, tell the venue.
- `HttpError`: a request failed; the subclass says whether to wait, to ask again, or to find out what happened.
- `StreamError`: a connection or what it carried failed; the session recovers by itself, state may be stale meanwhile.

Facts are attributes (`error.retry_after`), or all of them at once (`error.facts`); nobody has to parse the message.
"""

from __future__ import annotations

from dragoman.errors.base import RAW_LIMIT, DragomanError, excerpt
from dragoman.errors.call import (
    CallError,
    Denied,
    InvalidIdentifier,
    InvalidOrder,
    InvalidParameter,
    NotSupported,
    ProductRequired,
    RequestRequired,
    UnknownAction,
    UnknownSource,
)
from dragoman.errors.data import (
    AmbiguousInstrument,
    BookError,
    BookLevelError,
    ChecksumMismatch,
    DataError,
    DecodeError,
    ModelDataError,
    RowError,
    SequenceGap,
    UnknownCurrency,
    UnknownInstrument,
)
from dragoman.errors.http import (
    AuthError,
    BadResponse,
    HttpError,
    OutcomeUnknown,
    RateLimited,
    RequestCut,
    RequestTimeout,
    ServerError,
    TransportError,
    VenueError,
)
from dragoman.errors.setup import (
    CredentialsInvalid,
    CredentialsMissing,
    DependencyMissing,
    SetupError,
    SpecMissing,
    VenueNotFound,
)
from dragoman.errors.stream import (
    ConnectionLost,
    FrameTooLarge,
    SlowConsumer,
    StreamError,
    SubscriptionRefused,
)

__all__ = [
    "RAW_LIMIT",
    "AmbiguousInstrument",
    "AuthError",
    "BadResponse",
    "BookError",
    "BookLevelError",
    "CallError",
    "ChecksumMismatch",
    "ConnectionLost",
    "CredentialsInvalid",
    "CredentialsMissing",
    "DataError",
    "DecodeError",
    "Denied",
    "DependencyMissing",
    "DragomanError",
    "FrameTooLarge",
    "HttpError",
    "InvalidIdentifier",
    "InvalidOrder",
    "InvalidParameter",
    "ModelDataError",
    "NotSupported",
    "OutcomeUnknown",
    "ProductRequired",
    "RateLimited",
    "RequestCut",
    "RequestRequired",
    "RequestTimeout",
    "RowError",
    "SequenceGap",
    "ServerError",
    "SetupError",
    "SlowConsumer",
    "SpecMissing",
    "StreamError",
    "SubscriptionRefused",
    "TransportError",
    "UnknownAction",
    "UnknownCurrency",
    "UnknownInstrument",
    "UnknownSource",
    "VenueError",
    "VenueNotFound",
    "excerpt",
]
