"""Auth schemes, chosen by `kind:`; general, parametrised by the spec (case g)."""

from typing import Any, Literal

from msgspec import UNSET, UnsetType, field

from dragoman_generator.language.words import Doc, Ident, Slug, Template, Why, Words


class _Scheme(Words, frozen=True, kw_only=True):
    headers: dict[str, Template] = field(default_factory=dict)
    params: dict[str, Template] = field(default_factory=dict)
    """Parameters added before signing: timestamp, window."""
    doc: Doc | UnsetType = UNSET
    why: Why = ""


class ApiKey(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="key"):
    """A key in a header or parameter, nothing signed."""


class Hmac(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="hmac"):
    """A keyed digest of a template over the request."""

    digest: Literal["sha256", "sha384", "sha512"]
    encoding: Literal["hex", "base64"]
    secret: Slug = "api_secret"
    secret_encoding: Literal["text", "base64", "hex"] = "text"
    payload: Template
    signature: Template | UnsetType = UNSET
    """Where the signature goes when not in a header: `{query}&signature={signature}`."""
    sort: bool = False


class Ed25519(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="ed25519"):
    """An Ed25519 signature by a PKCS#8 key."""

    payload: Template
    secret: Slug = "api_secret"
    encoding: Literal["hex", "base64"] = "base64"
    signature: Template | UnsetType = UNSET


class Rsa(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="rsa"):
    """An RSA PKCS#1 v1.5 SHA-256 signature."""

    payload: Template
    secret: Slug = "api_secret"
    encoding: Literal["hex", "base64"] = "base64"
    signature: Template | UnsetType = UNSET


class Basic(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="basic"):
    """HTTP basic authentication."""

    user: Template
    password: Template = ""


class Cram(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="cram"):
    """A challenge answered with a digest."""

    digest: Literal["sha256"]
    payload: Template
    response: Template


class SessionToken(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="session_token"):
    """A token got by logging in, kept alive and sent with every request."""

    login: Ident
    token: str
    keep_alive: Ident | UnsetType = UNSET
    every: str | UnsetType = UNSET
    certificate: bool = False


class Jwt(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="jwt"):
    """A signed JSON web token."""

    algorithm: Literal["ES256", "EdDSA", "HS256"]
    claims: dict[str, Any]


class Eip712(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="eip712"):
    """An EIP-712 typed-data signature."""

    domain: dict[str, Any]
    types: dict[str, Any]
    primary_type: str


class OAuth(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="oauth"):
    """Requests signed, or tokens fetched, by OAuth."""

    version: Literal["1.0a", "2.0"]
    token: Ident | UnsetType = UNSET
    """The operation that gives the token."""


class MsgpackActionHash(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="msgpack_action_hash"):
    """A signature over the hash of the action packed by MessagePack."""

    chain: str


class CosmosTx(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="cosmos_tx"):
    """A signed transaction of a Cosmos chain."""

    message: str
    sign_mode: Literal["direct"] = "direct"


class FixLogon(_Scheme, frozen=True, kw_only=True, tag_field="kind", tag="fix_logon"):
    """The logon message of a FIX session."""

    payload: Template
    digest: Literal["sha256"] = "sha256"


Auth = (
    ApiKey
    | Hmac
    | Ed25519
    | Rsa
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
