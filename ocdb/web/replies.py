"""What a server sends: headers that every answer has, answers that a browser has already, and those that are kept."""

import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response

from ocdb.web.page import POLICY

# What a browser is told of every answer; only a page that others may show in a frame has a policy of its own.
_POLICY = "Content-Security-Policy"
HEADERS = {
    _POLICY: f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
# What other sites may show in a frame.
FRAMED = {_POLICY: f"{POLICY}; frame-ancestors *"}
# Data may be read by the scripts of other sites; pages may not.
OPEN_TO_ALL = {"Access-Control-Allow-Origin": "*"}
# What errors are in HTTP.
CODES = {"NotFoundError": 404, "UsageError": 400, "DatabaseError": 503}
NOT_ALLOWED = 405
# An address that is longer is none of ours.
LONGEST_ADDRESS = 2000
# How much of answers is kept, and what is too large for it.
MOST_KEPT, LARGEST_KEPT = 64_000_000, 4_000_000


@dataclass(frozen=True)
class Reply:
    """An answer as it is sent.

    Attributes:
        content: its bytes.
        kind: its media type.
        headers: those that only some have.
    """

    content: bytes
    kind: str
    headers: Mapping[str, str]

    @classmethod
    def of(cls, text: str | bytes, kind: str, headers: Mapping[str, str] | None = None) -> "Reply":
        """Return a text, or a file, as an answer that a browser asks for again only where it changed."""
        content = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
        tag = f'"{hashlib.sha256(content).hexdigest()[:20]}"'
        return cls(content, kind, {"ETag": tag, "Cache-Control": "no-cache", **(headers or {})})

    def response(self, request: Request) -> Response:
        """Return it, or that the browser has it already."""
        known = request.headers.get("if-none-match", "")
        if self.headers["ETag"] in (tag.strip().removeprefix("W/") for tag in known.split(",")):
            return Response(status_code=304, headers=self.headers)
        return Response(self.content, 200, self.headers, self.kind)


class Kept:
    """Answers that were given, by their address: as long as the data stay, and in a bounded number of bytes."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._state: Any = None
        self._size = 0
        self._replies: OrderedDict[str, Reply] = OrderedDict()

    def found(self, state: Any, key: str) -> Reply | None:
        """Return the answer to an address, of the data in a state; None where it isn't known."""
        with self._lock:
            if state != self._state:
                self._state, self._size = state, 0
                self._replies.clear()
            if key in self._replies:
                self._replies.move_to_end(key)
            return self._replies.get(key)

    def keep(self, state: Any, key: str, reply: Reply) -> None:
        """Keep an answer, and forget those that nobody asked for the longest time."""
        size = len(reply.content) + len(key)
        with self._lock:
            if state != self._state or size > LARGEST_KEPT or key in self._replies:
                return
            self._replies[key] = reply
            self._size += size
            while self._size > MOST_KEPT:
                other, forgotten = self._replies.popitem(last=False)
                self._size -= len(forgotten.content) + len(other)


class Guarded:
    """An ASGI application whose every answer has the headers of HEADERS, errors and files too."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer a request."""

        async def sending(message: Any) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=[(name.lower(), value) for name, value in message.get("headers", ())])
                for name, value in HEADERS.items():
                    headers[name] = headers.get(name, value) if name == _POLICY else value
                message = {**message, "headers": headers.raw}
            await send(message)

        await self.app(scope, receive, sending if scope["type"] == "http" else send)


def asked_path(request: Request) -> str:
    """Return the path of a request as it was sent, without its first slash: an escaped slash is a part of a key."""
    raw: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
    return raw.partition(b"?")[0].decode("latin-1").removeprefix("/")
