"""Signing schemes: where signatures go, what they cover, what is refused."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from dragoman.auth import ApiKey, Basic, Cram, Draft, Ed25519, Hmac, Rsa, SessionToken, Values, values_of
from dragoman.errors import CredentialsInvalid, CredentialsMissing

NOW_NS = 1_700_000_000_123_456_789
GET = Draft("GET", "/v1/orders", (("symbol", "AAA/BBB"), ("limit", "5")))


def values(**credentials: str) -> Values:
    return values_of(
        "venue", {"api_key": "VENUE_KEY", "api_secret": "VENUE_SECRET"}, credentials, NOW_NS, lambda: "n-1"
    )


KEYS = values(api_key="key", api_secret="secret")


def test_a_moment_is_there_in_every_unit() -> None:
    known = values()
    assert known["timestamp_s"] == "1700000000"
    assert known["timestamp_ms"] == "1700000000123"
    assert known["timestamp_us"] == "1700000000123456"
    assert known["timestamp_ns"] == "1700000000123456789"
    assert known["timestamp_iso"] == "2023-11-14T22:13:20.123Z"
    assert known["nonce"] == "n-1"


def test_a_signature_in_the_query_covers_the_query_as_it_is_sent() -> None:
    scheme = Hmac(
        digest="sha256",
        encoding="hex",
        payload=lambda v: f"{v['query']}{v['body']}",
        params={"timestamp": lambda v: v["timestamp_ms"]},
        signature=lambda v: f"{v['query']}&signature={v['signature']}",
        headers={"X-KEY": lambda v: v["api_key"]},
    )
    signed = scheme.apply(GET, KEYS)
    query, _, signature = signed.text.rpartition("&signature=")
    assert query == "symbol=AAA%2FBBB&limit=5&timestamp=1700000000123"
    assert signature == scheme.sign(query.encode(), KEYS)
    assert signed.headers == (("X-KEY", "key"),)


def test_a_parameter_that_the_caller_gave_is_not_sent_twice() -> None:
    scheme = ApiKey(params={"limit": lambda v: "9", "key": lambda v: v["api_key"]})
    signed = Hmac(
        digest="sha256", encoding="hex", payload=lambda v: v["query"], params=scheme.params, headers={}
    ).apply(GET, KEYS)
    assert signed.text == "symbol=AAA%2FBBB&limit=5&key=key"


def test_a_query_without_parameters_begins_with_the_signature() -> None:
    scheme = Hmac(
        digest="sha256",
        encoding="hex",
        payload=lambda v: v["query"],
        signature=lambda v: f"{v['query']}&signature={v['signature']}",
    )
    alone = scheme.apply(Draft("GET", "/"), KEYS)
    assert alone.text.startswith("signature=") and alone.placed == alone.text
    behind = scheme.apply(GET, KEYS)
    assert behind.text == f"symbol=AAA%2FBBB&limit=5&{behind.placed}" and behind.placed.startswith(
        "signature="
    )


def test_a_signature_in_a_header_covers_method_target_and_body() -> None:
    seen: dict[str, str] = {}

    def payload(known: Mapping[str, str]) -> str:
        seen.update(known)
        return "x"

    scheme = Hmac(
        digest="sha384", encoding="base64", payload=payload, headers={"X-SIGN": lambda v: v["signature"]}
    )
    post = Draft("POST", "/v1/orders", body=b'{"a":"\xc3\xa9"}')
    signed = scheme.apply(post, KEYS)
    assert (seen["method"], seen["target"], seen["query"], seen["body"]) == (
        "POST",
        "/v1/orders",
        "",
        '{"a":"é"}',
    )
    assert signed.headers == (("X-SIGN", scheme.sign(b"x", KEYS)),)
    scheme.apply(GET, KEYS)
    assert seen["target"] == "/v1/orders?symbol=AAA%2FBBB&limit=5"


def test_a_form_is_signed_as_the_body_that_it_is() -> None:
    seen: dict[str, str] = {}
    scheme = Hmac(
        digest="sha256",
        encoding="base64",
        payload=lambda v: seen.update(v) or v["body"],
        signature=lambda v: f"{v['query']}&signature={v['signature']}",
    )
    signed = scheme.apply(Draft("POST", "/o", (("b", "2"), ("a", "1")), form=True), KEYS)
    assert (seen["query"], seen["body"]) == ("", "b=2&a=1")
    assert signed.text.startswith("b=2&a=1&signature=") and "=" not in signed.text.rpartition("signature=")[2]


def test_parameters_are_sorted_where_the_venue_sorts_them() -> None:
    scheme = Hmac(
        digest="sha512", encoding="hex", payload=lambda v: v["query"], sort=True, params={"t": lambda v: "0"}
    )
    assert scheme.apply(GET, KEYS).text == "limit=5&symbol=AAA%2FBBB&t=0"


@pytest.mark.parametrize(("encoding", "secret"), [("base64", "c2VjcmV0"), ("hex", "736563726574")])
def test_a_secret_may_be_given_encoded(encoding: str, secret: str) -> None:
    plain = Hmac(digest="sha256", encoding="hex", payload=lambda v: "")
    coded = Hmac(digest="sha256", encoding="hex", payload=lambda v: "", secret_encoding=encoding)  # type: ignore[arg-type]
    assert coded.sign(b"m", values(api_secret=secret)) == plain.sign(b"m", KEYS)
    with pytest.raises(CredentialsInvalid, match=f"is not {encoding} text"):
        coded.sign(b"m", values(api_secret="!!"))


def test_a_missing_credential_names_the_variable_that_would_supply_it() -> None:
    with pytest.raises(CredentialsMissing, match="VENUE_SECRET"):
        Hmac(digest="sha256", encoding="hex", payload=lambda v: "").apply(GET, values(api_key="key"))
    with pytest.raises(CredentialsMissing, match="VENUE_KEY"):
        ApiKey(headers={"X-KEY": lambda v: v["api_key"]}).apply(GET, values())


def test_basic_authentication_is_that_of_rfc_7617() -> None:
    scheme = Basic(user=lambda v: "Aladdin", password=lambda v: "open sesame")
    assert scheme.apply(GET, values()).headers == (("Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),)


def test_a_session_token_is_sent_once_there_is_one() -> None:
    scheme = SessionToken(login="log_in", token="token", headers={"X-TOKEN": lambda v: v["session_token"]})
    assert scheme.apply(GET, values(session_token="abc")).headers == (("X-TOKEN", "abc"),)
    with pytest.raises(CredentialsMissing):
        scheme.apply(GET, values())


def test_a_challenge_is_answered_with_a_digest_of_it() -> None:
    scheme = Cram(
        payload=lambda v: f"{v['challenge']}|{v['api_key']}",
        response=lambda v: f"{v['digest']}-{v['api_key'][-2:]}",
    )
    answer = scheme.answer("abc", values(api_key="key-42"))
    assert answer == f"{hashlib.sha256(b'abc|key-42').hexdigest()}-42"


def pem(key: rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey) -> str:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()


def test_an_ed25519_signature_verifies() -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    scheme = Ed25519(payload=lambda v: v["query"], headers={"X-SIGN": lambda v: v["signature"]})
    signed = scheme.apply(GET, values(api_secret=pem(key)))
    key.public_key().verify(base64.b64decode(dict(signed.headers)["X-SIGN"]), GET.text.encode())


def test_an_rsa_signature_in_a_query_is_percent_encoded() -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    scheme = Rsa(payload=lambda v: v["query"], signature=lambda v: f"{v['query']}&signature={v['signature']}")
    signed = scheme.apply(GET, values(api_secret=pem(key)))
    assert not set(signed.text.rpartition("signature=")[2]) & set("+/=")
    raw = base64.b64decode(scheme.sign(GET.text.encode(), values(api_secret=pem(key))))
    key.public_key().verify(raw, GET.text.encode(), padding.PKCS1v15(), SHA256())


@pytest.mark.parametrize(
    "text", ["not-a-key", base64.b64encode(bytes(32)).decode(), "-----BEGIN PRIVATE KEY-----\nx"]
)
def test_what_is_no_private_key_is_refused_and_not_shown(text: str) -> None:
    with pytest.raises(CredentialsInvalid, match="no unencrypted PKCS#8 private key") as caught:
        Ed25519(payload=lambda v: "").sign(b"", values(api_secret=text))
    assert text not in str(caught.value)


def test_a_key_of_another_kind_is_refused() -> None:
    other = values(api_secret=pem(ed25519.Ed25519PrivateKey.generate()))
    with pytest.raises(CredentialsInvalid, match="another kind than RSA"):
        Rsa(payload=lambda v: "").sign(b"", other)


def test_a_signature_that_ends_says_when() -> None:
    scheme = Hmac(
        digest="sha256",
        encoding="hex",
        payload=lambda v: f"{v['method']}{v['target']}{v['expires_s']}{v['body']}",
        headers={"X-UNTIL": lambda v: v["expires_s"], "X-MS": lambda v: v["expires_ms"]},
        valid_for_ns=10_000_000_000,
    )
    signed = scheme.apply(GET, KEYS)
    assert signed.headers == (("X-UNTIL", "1700000010"), ("X-MS", "1700000010123"))
    covered = b"GET/v1/orders?symbol=AAA%2FBBB&limit=51700000010"
    assert scheme.sign(covered, KEYS) == scheme.sign(
        f"{GET.method}{GET.path}?{signed.text}1700000010".encode(), scheme.moments(KEYS)
    )
