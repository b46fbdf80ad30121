"""Auth schemes as specs say them: what is wrong is told, what isn't built yet says so and names its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.generator.commands.mini import faults

_SPEC = """\
spec: 1
venue: {{id: auth_case, name: AUTH, title: Auth, doc: "https://auth.example", credentials: {{api_key: K, api_secret: S}}}}
environments: {{mainnet: {{http: {{main: https://api.auth.example}}}}}}
products:
  spot: {{title: Spot, instruments: [CurrencyPair], instrument_id: "{{symbol}}", examples: {{AAABBB: AAABBB.AUTH}}, why: told by the test}}
limits: {{calls: {{amount: 10, per: 1s}}}}
operations:
  account:
    title: Account
    http: GET /account
    auth: one
    private: true
    weight: {{calls: 1}}
    response: any
    doc: https://auth.example/account
auth:
  one: {auth}
"""
KEYED = 'kind: hmac, digest: sha256, encoding: hex, payload: "{query}"'


def told(tmp_path: Path, auth: str) -> list[str]:
    return [each.partition(": ")[2] for each in faults(tmp_path, _SPEC.format(auth=auth))]


@pytest.mark.parametrize(
    "auth",
    [
        "{kind: jwt, algorithm: ES256, claims: {}}",
        "{kind: eip712, domain: {}, types: {}, primary_type: Order}",
        "{kind: oauth, version: '1.0a'}",
        "{kind: msgpack_action_hash, chain: Arbitrum}",
        "{kind: cosmos_tx, message: MsgPlaceOrder}",
        "{kind: fix_logon, payload: '{timestamp_ms}'}",
    ],
)
def test_a_kind_that_is_not_built_yet_says_so_and_names_its_place(tmp_path: Path, auth: str) -> None:
    kind = auth.partition("kind: ")[2].partition(",")[0]
    assert (
        f"signing of kind '{kind}' is not built yet: the language has its place, runtime/dragoman/auth/ has no scheme for it"
        in told(tmp_path, auth)
    )


@pytest.mark.parametrize(
    ("auth", "says"),
    [
        (f"{{{KEYED}, secret: api_secrt, headers: {{X: '{{signature}}'}}}}", "unknown credential 'api_secrt' (did you mean 'api_secret'?)"),
        (f"{{{KEYED}, headers: {{X: '{{api_key}}'}}}}", "the signature of 'one' goes nowhere (add 'signature:', a header, or a log-in frame that holds it)"),
        (f"{{{KEYED}, headers: {{X: '{{signatre}}'}}, signature: '{{signature}}'}}", "unknown slot 'signatre' (did you mean 'signature'?)"),
        ("{kind: hmac, digest: sha256, encoding: hex, payload: '{timestamp}', signature: '{signature}'}", "unknown slot 'timestamp' (did you mean 'timestamp_s'?)"),
        ("{kind: basic, user: '{api_key|lowr}'}", "unknown filter 'lowr' in {api_key|lowr}; there are dashes, lower, upper, last_N"),
        ("{kind: key, headers: {X: '{api_key'}}", "'{api_key' has a brace that belongs to no slot"),
        ("{kind: session_token, login: log_in, token: token, headers: {X: '{session_token}'}}", "unknown operation 'log_in'"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_scheme_is_told(tmp_path: Path, auth: str, says: str) -> None:
    assert says in told(tmp_path, auth)
