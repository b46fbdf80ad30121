"""The answer of an HTTP/1.1 server, read from the bytes of its connection: strict, bounded, and without I/O."""

from __future__ import annotations

import re
import zlib

_MOST_HEAD = 64 * 1024
_MOST_LINE = 4 * 1024
_END_OF_HEAD = b"\r\n\r\n"
_STATUS = re.compile(rb"HTTP/1\.([01]) ([1-9][0-9]{2})(?: [^\r\n\x00]*)?")
_HEADER = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\r\n\x00]*?)[ \t]*")
_SIZE = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n\x00]*)?")
_DIGITS = re.compile(rb"[0-9]{1,18}")
_SWITCHING = 101
_BODILESS = (204, 304)
_WINDOWS = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}


class NotHttp(Exception):
    """The bytes are no answer of HTTP/1.1."""


class TooLong(Exception):
    """The body is beyond the bound."""

    def __init__(self, status: int, begun: bytes) -> None:
        super().__init__("the body is beyond the bound")
        self.status = status
        self.begun = begun


class Answer:
    """One answer: `feed` it bytes until it is whole, `end` it where the connection ends.

    status, headers (names in lower case, equal ones joined by commas), body: known once `is_whole`; is_reusable: whether another request
    may go over the same connection.
    """

    __slots__ = (
        "_buffer",
        "_is_bodiless",
        "_left",
        "_most",
        "_step",
        "body",
        "headers",
        "is_reusable",
        "is_whole",
        "status",
    )

    def __init__(self, method: str, most_bytes: int) -> None:
        self.status = 0
        self.headers: dict[str, str] = {}
        self.body = bytearray()
        self.is_whole = False
        self.is_reusable = False
        self._is_bodiless = method == "HEAD"
        self._most = most_bytes
        self._buffer = bytearray()
        self._left = 0
        """Bytes of the body, or of a chunk, that are still to come."""
        self._step = self._head

    def feed(self, data: bytes) -> bool:
        """Whether the answer is whole now; raises NotHttp and TooLong."""
        self._buffer += data
        while not self.is_whole and self._step():
            pass
        if self.is_whole and self._buffer:
            self.is_reusable = False  # what nobody asked for
        return self.is_whole

    def end(self) -> bool:
        """The connection has ended: whether that makes the answer whole."""
        if self._step == self._until_the_end:
            self._finish(reusable=False)
        return self.is_whole

    # -- steps: each says whether the next one can be taken --------------------------------------------------------------

    def _head(self) -> bool:
        end = self._buffer.find(_END_OF_HEAD)
        if end < 0 or end > _MOST_HEAD:
            if len(self._buffer) > _MOST_HEAD:
                raise NotHttp(f"its headers exceed {_MOST_HEAD} bytes")
            return False
        first, *lines = bytes(self._buffer[:end]).split(b"\r\n")
        del self._buffer[: end + len(_END_OF_HEAD)]
        status = _STATUS.fullmatch(first)
        if status is None:
            raise NotHttp("its first line is none of HTTP/1.1")
        self.status = int(status[2])
        if self.status == _SWITCHING:
            raise NotHttp("it takes up another protocol")
        if self.status < 200:
            return True  # a word in between; the answer follows
        headers = self.headers
        for line in lines:
            found = _HEADER.fullmatch(line)
            if found is None:
                raise NotHttp("one of its headers can't be read")
            name, value = found[1].decode("ascii").lower(), found[2].decode("latin-1")
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
        self._begin_body(is_newer=status[1] == b"1")
        return True

    def _begin_body(self, *, is_newer: bool) -> None:
        headers = self.headers
        options = headers.get("connection", "").lower()
        self.is_reusable = "close" not in options if is_newer else "keep-alive" in options
        coding = headers.get("transfer-encoding")
        size = headers.get("content-length")
        if self._is_bodiless or self.status in _BODILESS:
            self._finish(reusable=self.is_reusable)
        elif coding is not None:
            if coding.lower() != "chunked" or size is not None:
                raise NotHttp("how its body is sent is not to be told")
            self._step = self._chunk_size
        elif size is not None:
            sizes = {each.strip() for each in size.split(",")}
            length = sizes.pop()
            if sizes or not _DIGITS.fullmatch(length.encode("latin-1")):
                raise NotHttp("its length is no number")
            self._left = int(length)
            self._check(self._left)
            self._step = self._counted
        else:
            self._step = self._until_the_end

    def _counted(self) -> bool:
        if self._take():
            self._finish(reusable=self.is_reusable)
        return False

    def _until_the_end(self) -> bool:
        self._left = len(self._buffer)
        self._take()
        return False

    def _chunk_size(self) -> bool:
        line = self._line()
        if line is None:
            return False
        size = _SIZE.fullmatch(line)
        if size is None:
            raise NotHttp("the size of a chunk is no number")
        self._left = int(size[1], 16)
        self._check(self._left)
        self._step = self._chunk if self._left else self._trailer
        return True

    def _chunk(self) -> bool:
        if not self._take() or len(self._buffer) < 2:
            return False
        if self._buffer[:2] != b"\r\n":
            raise NotHttp("a chunk is longer than it says")
        del self._buffer[:2]
        self._step = self._chunk_size
        return True

    def _trailer(self) -> bool:
        line = self._line()
        if line == b"":
            self._finish(reusable=self.is_reusable)
        return line is not None

    # -- inside ----------------------------------------------------------------------------------------------------------

    def _take(self) -> bool:
        """Move what is here to the body; whether that was all of it."""
        some = self._buffer[: self._left]
        if some:
            self._check(len(some))
            del self._buffer[: len(some)]
            self.body += some
            self._left -= len(some)
        return not self._left

    def _line(self) -> bytes | None:
        end = self._buffer.find(b"\r\n")
        if end < 0 or end > _MOST_LINE:
            if len(self._buffer) > _MOST_LINE:
                raise NotHttp("the size of a chunk has no end")
            return None
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 2]
        return line

    def _check(self, more: int) -> None:
        if len(self.body) + more > self._most:
            raise TooLong(self.status, bytes(self.body))

    def _finish(self, *, reusable: bool) -> None:
        self.is_reusable = reusable
        self.is_whole = True
        codings = self.headers.get("content-encoding", "").lower()
        for coding in reversed([each.strip() for each in codings.split(",") if each.strip()]):
            if coding != "identity" and self.body:
                self.body = bytearray(self._unpacked(coding))

    def _unpacked(self, coding: str) -> bytes:
        window = _WINDOWS.get(coding)
        if window is None:
            raise NotHttp(f"it comes as {coding[:20]!r}, which was not asked for")
        if coding == "deflate" and (self.body[0] & 0x0F != 8 or (self.body[0] << 8 | self.body[1:2][0]) % 31):
            window = -zlib.MAX_WBITS  # without the wrapper that the name stands for, as some send it
        unpacking = zlib.decompressobj(window)
        try:
            found = unpacking.decompress(bytes(self.body), self._most + 1)
        except zlib.error:
            raise NotHttp(f"its {coding} can't be unpacked") from None
        if len(found) > self._most:
            raise TooLong(self.status, found)
        if not unpacking.eof:
            raise NotHttp(f"its {coding} ends in the middle")
        return found
