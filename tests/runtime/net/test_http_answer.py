"""Answers of HTTP/1.1 as they come: in any pieces, strict where two readers could differ, and bounded."""

from __future__ import annotations

import gzip
import random
import zlib

import pytest
from dragoman.net.http_answer import Answer, NotHttp, TooLong
from dragoman.net.http_pool import NotSent, written

MOST = 1_000
RAW = zlib.compressobj(wbits=-zlib.MAX_WBITS)
OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
WHOLE = {
    "counted": (OK + b"Content-Length: 2\r\nX-A: 1\r\nx-a:2 \r\n\r\n{}", 200, b"{}", True),
    "without a reason": (b"HTTP/1.1 404\r\nContent-Length: 0\r\n\r\n", 404, b"", True),
    "chunked": (CHUNKED + b"3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nX-T: 1\r\n\r\n", 200, b"abc0123456789", True),
    "after a word in between": (b"HTTP/1.1 103 Early\r\nLink: x\r\n\r\n" + OK + b"Content-Length: 1\r\n\r\nx", 200, b"x", True),
    "nothing": (b"HTTP/1.1 204 No\r\n\r\n", 204, b"", True),
    "older": (b"HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\nx", 200, b"x", False),
    "older and kept": (b"HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 1\r\n\r\nx", 200, b"x", True),
    "the last": (OK + b"Connection: close\r\nContent-Length: 1\r\n\r\nx", 200, b"x", False),
    "said twice alike": (OK + b"Content-Length: 1\r\nContent-Length: 1\r\n\r\nx", 200, b"x", True),
    "with more behind": (OK + b"Content-Length: 1\r\n\r\nxHTTP/1.1 200 OK\r\n", 200, b"x", False),
    "gzip": (
        OK + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(gzip.compress(b"{}" * 9, mtime=0)) + gzip.compress(b"{}" * 9, mtime=0),
        200, b"{}" * 9, True,
    ),
    "deflate": (OK + b"Content-Encoding: deflate\r\nContent-Length: 11\r\n\r\n" + zlib.compress(b"abc"), 200, b"abc", True),
    "deflate without its wrapper": (OK + b"Content-Encoding: deflate\r\nContent-Length: 5\r\n\r\n" + RAW.compress(b"abc") + RAW.flush(), 200, b"abc", True),
}  # fmt: skip
WRONG = {
    "another protocol": b"SSH-2.0-OpenSSH\r\n\r\n",
    "newer": b"HTTP/2 200\r\n\r\n",
    "taking up another one": b"HTTP/1.1 101 Switching\r\n\r\n",
    "no number of a status": b"HTTP/1.1 2x0 OK\r\n\r\n",
    "a header without a colon": OK + b"X-A 1\r\n\r\n",
    "a header that goes on": OK + b"X-A: 1\r\n 2\r\n\r\n",
    "a blank in a name": OK + b"Content-Length : 1\r\n\r\nx",
    "two lengths": OK + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
    "both ways": OK + b"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "another coding": OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "less than nothing": OK + b"Content-Length: -1\r\n\r\n",
    "a sum": OK + b"Content-Length: +1\r\n\r\nx",
    "a chunk of no size": CHUNKED + b"zz\r\n",
    "a longer chunk": CHUNKED + b"1\r\nab\r\n",
    "a line without an end": CHUNKED + b"1" * 5_000,
    "headers without an end": OK + b"X-A: " + b"x" * 70_000,
    "an unknown packing": OK + b"Content-Encoding: br\r\nContent-Length: 1\r\n\r\nx",
    "no gzip": OK + b"Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
    "half a gzip": OK
    + b"Content-Encoding: gzip\r\nContent-Length: 12\r\n\r\n"
    + gzip.compress(b"abc", mtime=0)[:12],
}
LONG = {
    "said": OK + b"Content-Length: 1001\r\n\r\n",
    "in a chunk": CHUNKED + b"3e9\r\n",
    "in many chunks": CHUNKED + b"1f4\r\n%b\r\n" % (b"x" * 500) * 3,
    "until the end": OK + b"\r\n" + b"x" * 1_001,
    "unpacked": OK + b"Content-Encoding: gzip\r\nContent-Length: 29\r\n\r\n" + gzip.compress(b"x" * 1_001, mtime=0),
}  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
def test_an_answer_is_the_same_in_whatever_pieces_it_comes(name: str) -> None:
    sent, status, body, is_reusable = WHOLE[name]
    for seed in range(20):
        pieces, answer, at = random.Random(seed), Answer("GET", MOST), 0
        while at < len(sent) and not answer.is_whole:
            size = pieces.choice((1, 3, 50, 5_000)) if seed else len(sent)
            answer.feed(sent[at : at + size])
            at += size
        assert (answer.is_whole, answer.status, bytes(answer.body)) == (True, status, body)
        # What comes behind an answer in another piece is refused by the connection.
        assert answer.is_reusable == is_reusable or (name == "with more behind" and seed)


def test_equal_headers_are_joined_and_a_body_without_a_length_ends_with_its_connection() -> None:
    answer = Answer("GET", MOST)
    answer.feed(WHOLE["counted"][0])
    assert answer.headers == {"content-length": "2", "x-a": "1, 2"}
    answer = Answer("GET", MOST)
    assert not answer.feed(OK + b"\r\nab") and answer.end() and bytes(answer.body) == b"ab"
    assert not answer.is_reusable
    answer = Answer("GET", MOST)
    assert not answer.feed(OK + b"Content-Length: 3\r\n\r\nab") and not answer.end()
    assert Answer("HEAD", MOST).feed(OK + b"Content-Length: 3\r\n\r\n")


@pytest.mark.parametrize("name", WRONG)
def test_what_two_readers_could_read_differently_is_refused(name: str) -> None:
    with pytest.raises(NotHttp):
        Answer("GET", MOST).feed(WRONG[name])


@pytest.mark.parametrize("name", LONG)
def test_a_body_is_bounded_however_it_comes(name: str) -> None:
    with pytest.raises(TooLong) as caught:
        Answer("GET", MOST).feed(LONG[name])
    assert caught.value.status == 200


def test_noise_is_read_or_refused_and_nothing_else() -> None:
    noise = random.Random(7)
    for _ in range(3_000):
        sent = bytearray(noise.choice(list(WHOLE.values()))[0])
        for _ in range(noise.randrange(4)):
            sent[noise.randrange(len(sent))] = noise.randrange(256)
        answer = Answer("GET", MOST)
        try:
            answer.feed(bytes(sent[: noise.randrange(len(sent) + 1)]))
            answer.end()
        except (NotHttp, TooLong):
            continue
        assert len(answer.body) <= MOST


def test_a_request_says_what_it_is_given_and_nothing_that_could_be_taken_for_more() -> None:
    place, said = written("POST", "https://Api.Test:8443/a?b=%20&c=1", [("X-Key", "k")], b"{}")
    assert place == ("https", "api.test", 8443)
    assert (
        said
        == b"POST /a?b=%20&c=1 HTTP/1.1\r\nHost: Api.Test:8443\r\nX-Key: k\r\nContent-Length: 2\r\n\r\n{}"
    )
    assert written("GET", "http://[::1]", [], b"") == (
        ("http", "::1", 80),
        b"GET / HTTP/1.1\r\nHost: [::1]\r\n\r\n",
    )
    assert b"Content-Length: 0" in written("POST", "http://a", [], b"")[1]
    for url in ("http://a/b c", "http://a/\u00e9", "ftp://a/", "http:///a", "http://a:x/", "http://a b/"):
        with pytest.raises(NotSent):
            written("GET", url, [], b"")
    for header in (("X-A", "1\r\nX-B: 2"), ("X A", "1"), ("X-A", "\u20ac"), ("X-A\r\nX-B", "1")):
        with pytest.raises(NotSent) as caught:
            written("GET", "http://a", [header], b"")
        assert header[1] not in str(caught.value)
