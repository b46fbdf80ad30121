"""Signatures that others computed: the RFCs' own vectors, and those recorded of real venues."""

from __future__ import annotations

import base64
import hmac
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from dragoman.auth import Cram, Ed25519, Hmac, values_of


def keys(**credentials: str) -> Any:
    return values_of("venue", {}, credentials, 0, str)


@pytest.mark.parametrize(
    ("digest", "signature"),
    [
        ("sha256", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        (
            "sha384",
            "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
        ),
        (
            "sha512",
            "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
        ),
    ],
)
def test_keyed_digests_are_those_of_rfc_4231_case_2(digest: Any, signature: str) -> None:
    scheme = Hmac(digest=digest, encoding="hex", payload=lambda v: "")
    assert scheme.sign(b"what do ya want for nothing?", keys(api_secret="Jefe")) == signature


@pytest.mark.parametrize("digest", ["sha256", "sha384", "sha512"])
@pytest.mark.parametrize("length", [1, 63, 64, 65, 128, 129, 300])
def test_a_key_of_any_length_signs_each_of_many_messages_as_if_it_were_the_only_one(
    digest: Any, length: int
) -> None:
    scheme = Hmac(digest=digest, encoding="hex", payload=lambda v: "")
    key = "k" * length
    for message in (b"", b"one", b"two" * 100):
        assert scheme.sign(message, keys(api_secret=key)) == hmac.digest(key.encode(), message, digest).hex()


def test_ed25519_is_that_of_rfc_8032_test_2() -> None:
    seed = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
    key = Ed25519PrivateKey.from_private_bytes(seed)
    secret = base64.b64encode(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())).decode()
    scheme = Ed25519(payload=lambda v: "", encoding="hex")
    assert scheme.sign(bytes.fromhex("72"), keys(api_secret=secret)) == (
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )


def recorded(shared: Path, wanted: str) -> Iterator[dict[str, Any]]:
    """Vectors of one scheme or call, of every venue."""
    for file in sorted((shared / "oracle").glob("*_auth.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if wanted in (row.get("scheme"), row.get("call")):
                yield row


@pytest.mark.parametrize("scheme", ["hmac-sha256-hex", "hmac-sha256-base64"])
def test_recorded_keyed_digests(shared: Path, scheme: str) -> None:
    rows = list(recorded(shared, scheme))
    assert rows
    for row in rows:
        made = Hmac(digest="sha256", encoding=scheme.rpartition("-")[2], payload=lambda v: "")  # type: ignore[arg-type]
        assert (
            made.sign(row["string_to_sign"].encode(), keys(api_secret=row["secret"])) == row["signature"]
        ), row["id"]


def test_recorded_key_pair_signatures(shared: Path) -> None:
    rows = list(recorded(shared, "ed25519-base64"))
    assert rows
    for row in rows:
        made = Ed25519(payload=lambda v: "").sign(
            row["string_to_sign"].encode(), keys(api_secret=row["private_key_pkcs8_base64"])
        )
        assert made == row["signature"], row["id"]


def test_recorded_challenges(shared: Path) -> None:
    scheme = Cram(
        payload=lambda v: f"{v['challenge']}|{v['api_key']}",
        response=lambda v: f"{v['digest']}-{v['api_key'][-5:]}",
    )
    rows = list(recorded(shared, "cram_response"))
    assert rows
    for row in rows:
        args = row["args"]
        if "response" in row["expect"]:
            answer = scheme.answer(args["challenge"], keys(api_key=args["api_key"]))
            assert answer == row["expect"]["response"], row["id"]
