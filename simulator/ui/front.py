"""A filter before the server: who may send requests, how much, and what a browser may do with a page.

For a foreign origin, Streamlit's own check would request this machine's address from a server on the
internet; this filter refuses such requests before they reach that check.
"""

from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime import get_instance

from simulator.ui import entrance

MOST_HELD = 40_000_000  # bytes of uploads that one visit may hold: a scenario file from each of 38 offices
MOST_HELD_BY_ALL = 400_000_000
CLOSED = ("/_stcore/metrics",)
_UPLOAD = "/_stcore/upload_file/"
_LIBRARY = "/plotly.min.js"  # requested with its version; a browser may then keep its 4.8 MB
_POLICY = {
    "default-src": "'self'",
    "script-src": "'self' 'unsafe-inline' 'unsafe-eval' blob:",  # needed by Streamlit
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self' data: blob:",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
HEADERS = {
    "content-security-policy": "; ".join(f"{name} {places}" for name, places in _POLICY.items()),
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}
KEPT = "public, immutable, max-age=31536000"  # a year; a browser then also keeps the compiled script


class Front:
    """Middleware that refuses requests the app must not get, and adds the headers above to every response."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request or connection."""
        if scope["type"] not in ("http", "websocket"):
            return await self.app(scope, receive, send)
        status = _refusal(scope)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                if scope["path"].endswith(_LIBRARY) and scope["query_string"] and message["status"] == 200:
                    headers["cache-control"] = KEPT
                if entrance.is_encrypted():
                    message["headers"] = [_kept_encrypted(name, value) for name, value in message["headers"]]
            await send(message)

        if not status:
            await self.app(scope, receive, with_headers)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await PlainTextResponse("", status)(scope, receive, with_headers)


def _kept_encrypted(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """A header with its cookie marked Secure (sent over https only), which Streamlit does not do."""
    is_open = name.lower() == b"set-cookie" and b"; secure" not in value.lower()
    return name, value + b"; Secure" if is_open else value


def _refusal(scope: Scope) -> int:
    """The HTTP status with which a request is refused; 0 for one that may pass."""
    headers, path = Headers(scope=scope), scope["path"]
    host, origin = headers.get("host", ""), headers.get("origin")
    if not _is_ours(host) or origin is not None and urlsplit(origin).netloc != host:
        return 403
    if path.endswith(CLOSED):
        return 404
    return _too_much(path, headers) if scope.get("method") == "PUT" and _UPLOAD in path else 0


def _is_ours(host: str) -> bool:
    """Whether this is one of the server's names (`server.allowedHosts`); other names may lead here too."""
    name, end, port = host.rpartition(":")
    if not end or not port.isdecimal():
        name = host
    return name.strip("[]").lower() in {allowed.lower() for allowed in st.get_option("server.allowedHosts")}


def _too_much(path: str, headers: Headers) -> int:
    """The HTTP status for an upload that is too large or of unknown length; 0 for one that fits."""
    length = headers.get("content-length", "")
    if not length.isdecimal():
        return 411
    uploads: Any = get_instance().uploaded_file_mgr  # there is no public interface for its content
    held = {
        visit: sum(len(file.data) for file in list(files.values()))
        for visit, files in list(uploads.file_storage.items())
    }
    visit = path.partition(_UPLOAD)[2].partition("/")[0]
    fits = held.get(visit, 0) + int(length) <= MOST_HELD
    return 0 if fits and sum(held.values()) + int(length) <= MOST_HELD_BY_ALL else 413


MIDDLEWARE = [Middleware(Front)]
