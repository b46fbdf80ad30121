"""The scheme that the form of a credential decides."""

from __future__ import annotations

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from dragoman.auth import ByKey, Draft, Hmac, values_of
from dragoman.auth.by_key import key_kind

SCHEME = ByKey(
    digest="sha256",
    encoding="hex",
    payload=lambda v: v["query"],
    params={"at": lambda v: v["timestamp_ms"]},
    signature=lambda v: f"{v['query']}&signature={v['signature']}",
)
ED25519 = ed25519.Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
RSA = rsa.generate_private_key(65537, 2048)


def written(key: ed25519.Ed25519PrivateKey | rsa.RSAPrivateKey, encoding: Encoding) -> str:
    raw = key.private_bytes(encoding, PrivateFormat.PKCS8, NoEncryption())
    return raw.decode() if encoding is Encoding.PEM else base64.b64encode(raw).decode()


def signature(secret: str) -> str:
    values = values_of("elm", {}, {"api_secret": secret}, 1_760_000_000_123_456_789, lambda: "n")
    draft = SCHEME.apply(Draft(method="GET", path="/x", pairs=(("symbol", "AB"),)), values)
    assert draft.text.startswith("symbol=AB&at=1760000000123&signature=")
    return draft.text.rpartition("signature=")[2]


MESSAGE = b"symbol=AB&at=1760000000123"


@pytest.mark.parametrize(
    "secret",
    [
        "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j",
        "MC4CAQAwBQYDK2VwBCIE",  # begins like a key and isn't one of an algorithm that is known
        base64.b64encode(bytes(range(32))).decode(),
        "Mnot base64 at all!",
        "-----BEGIN NOTHING",
    ],
)
def test_what_is_no_private_key_is_a_shared_secret(secret: str) -> None:
    if secret.startswith("MC4"):
        secret = secret.replace("K2Vw", "K2Vx")
    assert key_kind(secret) == "hmac"
    values = values_of("elm", {}, {"api_secret": secret}, 0, lambda: "n")
    plain = Hmac(digest="sha256", encoding="hex", payload=SCHEME.payload)
    assert signature(secret) == plain.sign(MESSAGE, values)


@pytest.mark.parametrize("encoding", [Encoding.PEM, Encoding.DER])
def test_an_ed25519_key_signs_by_its_algorithm(encoding: Encoding) -> None:
    secret = written(ED25519, encoding)
    assert key_kind(secret) == "ed25519"
    expected = base64.b64encode(ED25519.sign(MESSAGE)).decode()
    assert signature(secret).replace("%2B", "+").replace("%2F", "/").replace("%3D", "=") == expected


@pytest.mark.parametrize("encoding", [Encoding.PEM, Encoding.DER])
def test_an_rsa_key_signs_by_its_algorithm(encoding: Encoding) -> None:
    secret = written(RSA, encoding)
    assert key_kind(secret) == "rsa"
    told = signature(secret).replace("%2B", "+").replace("%2F", "/").replace("%3D", "=")
    RSA.public_key().verify(base64.b64decode(told), MESSAGE, PKCS1v15(), SHA256())


def test_an_rsa_key_of_the_older_form_is_one_too() -> None:
    old = RSA.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()).decode()
    assert key_kind(old) == "rsa"
    assert signature(old)
