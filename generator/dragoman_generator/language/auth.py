"""Auth schemes, chosen by `kind:`; general, parametrised by the spec (case g)."""

from typing import Any, Literal

from msgspec import UNSET, UnsetType, field

from dragoman_generator.language.simulated import SimulatedLogin
from dragoman_generator.language.words import Doc, Duration, Ident, Slug, Template, Why, Words


class _Scheme(Words, frozen=True, kw_only=True):
    headers: dict[str, Template] = field(default_factory=dict)
    """Header -> template; credentials, `{timestamp_ms}`, `{nonce}` and `{signature}` fill it."""
    params: dict[str, Template] = field(default_factory=dict)
    """Parameters added before signing: timestamp, window."""
    doc: Doc | UnsetType = UNSET
    why: Why = ""


class ApiKey(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="key"):
    """A key in a header or parameter, nothing signed."""


class Hmac(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="hmac"):
    """A keyed digest of a template over the request."""

    digest: Literal["sha256", "sha384", "sha512"] = "sha256"
    """The digest that is keyed."""
    encoding: Literal["hex", "base64"] = "hex"
    """How the signature is written."""
    secret: Slug = "api_secret"
    """The credential that keys it."""
    secret_encoding: Literal["text", "base64", "hex"] = "text"
    """How the secret is written; it is decoded before use."""
    payload: Template
    """What is signed."""
    signature: Template | UnsetType = UNSET
    """Where the signature goes when not in a header: `{query}&signature={signature}`."""
    sort: bool = False
    """Parameters are sorted by name before they are signed."""
    valid_for: Duration | UnsetType = UNSET
    """How long a signature holds; `{expires_s}` and `{expires_ms}` are its end."""


class Ed25519(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="ed25519"):
    """An Ed25519 signature by a PKCS#8 key."""

    payload: Template
    """What is signed."""
    secret: Slug = "api_secret"
    """The credential that holds the private key, PEM."""
    encoding: Literal["hex", "base64"] = "base64"
    """How the signature is written."""
    signature: Template | UnsetType = UNSET
    """Where the signature goes when not in a header."""


class Rsa(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="rsa"):
    """An RSA PKCS#1 v1.5 SHA-256 signature."""

    payload: Template
    """What is signed."""
    secret: Slug = "api_secret"
    """The credential that holds the private key, PEM."""
    encoding: Literal["hex", "base64"] = "base64"
    """How the signature is written."""
    signature: Template | UnsetType = UNSET
    """Where the signature goes when not in a header."""


class ByKey(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="by_key"):
    """HMAC where the credential is a shared secret, Ed25519 or RSA where it is a private key, PEM or base64."""

    digest: Literal["sha256", "sha384", "sha512"] = "sha256"
    """The digest that a shared secret keys."""
    encoding: Literal["hex", "base64"] = "hex"
    """How that digest is written; signatures of private keys are base64."""
    secret: Slug = "api_secret"
    """The credential whose form decides."""
    payload: Template
    """What is signed."""
    signature: Template | UnsetType = UNSET
    """Where the signature goes when not in a header."""
    sort: bool = False
    """Parameters are sorted by name before they are signed."""


class Basic(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="basic"):
    """HTTP basic authentication."""

    user: Template
    """The part before the colon."""
    password: Template = ""
    """The part after the colon."""


class Cram(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="cram"):
    """A challenge answered with a digest."""

    digest: Literal["sha256"]
    """The digest of the answer."""
    payload: Template
    """What is digested; `{challenge}` is what the venue sent."""
    response: Template
    """What is answered; `{digest}` is the digest."""


class SessionToken(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="session_token"):
    """A token got by logging in, kept alive and sent with every request."""

    login: Ident
    """The operation that logs in."""
    token: str
    """Where its answer holds the token."""
    keep_alive: Ident | UnsetType = UNSET
    """The operation that keeps the token alive; left out, a new login does."""
    every: Duration | UnsetType = UNSET
    """How often the token is renewed; an adapter does it by itself."""
    lasts: Duration | UnsetType = UNSET
    """A token that was not renewed for so long is void."""
    certificate: bool = False
    """Logging in shows a client certificate: the `*.crt` and the `*.key` file of the folder that the credential `certs_dir` names."""
    simulated: SimulatedLogin | UnsetType = UNSET
    """What a simulated venue has to know beyond that."""


class Jwt(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="jwt"):
    """A signed JSON web token."""

    algorithm: Literal["ES256", "EdDSA", "HS256"]
    """How the token is signed."""
    claims: dict[str, Any]
    """What the token says."""


class Eip712(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="eip712"):
    """An EIP-712 typed-data signature."""

    domain: dict[str, Any]
    """The domain separator's fields."""
    types: dict[str, Any]
    """The types that the message is made of."""
    primary_type: str
    """The type of the message itself."""


class OAuth(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="oauth"):
    """Requests signed, or tokens fetched, by OAuth."""

    version: Literal["1.0a", "2.0"]
    """Which OAuth."""
    token: Ident | UnsetType = UNSET
    """The operation that gives the token."""


class MsgpackActionHash(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="msgpack_action_hash"):
    """A signature over the hash of the action packed by MessagePack."""

    chain: str
    """The chain that the hash is bound to."""


class CosmosTx(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="cosmos_tx"):
    """A signed transaction of a Cosmos chain."""

    message: str
    """The type of the message inside of the transaction."""
    sign_mode: Literal["direct"] = "direct"
    """What of the transaction is signed."""


class FixLogon(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="fix_logon"):
    """The logon message of a FIX session."""

    payload: Template
    """What is signed."""
    digest: Literal["sha256"] = "sha256"
    """The digest that is keyed."""


Auth = (
    ApiKey
    | Hmac
    | Ed25519
    | Rsa
    | ByKey
    | Basic
    | Cram
    | SessionToken
    | Jwt
    | Eip712
    | OAuth
    | MsgpackActionHash
    | CosmosTx
    | FixLogon
)
