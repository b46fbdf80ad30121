"""The certificate that a login shows is found in the folder that a credential names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from dragoman.auth import SessionToken
from dragoman.errors import CredentialsInvalid
from dragoman.requests.tokens import client_certificate

from tests.runtime.requests.interface_of_tests import INTERFACE, KEYS, Requests


class Certified(Requests):
    """A venue whose login shows a certificate."""

    interface = replace(
        INTERFACE, auth={"session": SessionToken(login="log_in", token="token", certificate=True)}
    )


def found(folder: Path | None, kind: type[Requests] = Certified) -> tuple[str, str] | None:
    credentials: Mapping[str, str] = KEYS if folder is None else {**KEYS, "certs_dir": str(folder)}
    return client_certificate(kind(credentials))


def test_the_certificate_and_its_key_are_the_files_of_the_folder(tmp_path: Path) -> None:
    for name in ("client.crt", "client.key", "notes.txt"):
        (tmp_path / name).write_text("x")
    assert found(tmp_path) == (str(tmp_path / "client.crt"), str(tmp_path / "client.key"))


def test_without_a_folder_or_without_need_there_is_none(tmp_path: Path) -> None:
    assert found(None) is None
    assert found(tmp_path, Requests) is None


@pytest.mark.parametrize("names", [(), ("a.crt",), ("a.crt", "b.crt", "a.key")])
def test_a_folder_without_one_of_each_is_said_to_be_so(tmp_path: Path, names: tuple[str, ...]) -> None:
    for name in names:
        (tmp_path / name).write_text("x")
    with pytest.raises(CredentialsInvalid, match="certs_dir"):
        found(tmp_path)
