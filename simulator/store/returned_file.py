"""Reads a returned scenario: a scenario file, the travelling HTML file, or a link to its state."""

import base64
import binascii
import zlib

from simulator.errors import Problem, UserError
from simulator.model.scenario import Scenario
from simulator.store.scenario_file import read_scenario
from simulator.store.strict_json import MAX_BYTES

MAX_HTML_BYTES = 3_000_000
MOST_AT_ONCE = 500  # files and links
MAX_BYTES_AT_ONCE = 5_000_000  # of the scenarios in all of them after unpacking
STATE_ID = "state"
"""The script element of the HTML file that holds its present scenario as JSON."""
FRAGMENT = "#s="
"""Precedes the state in a link: the scenario's JSON, deflated, as base64url (RFC 4648, section 5)."""
_BEGIN, _END = b'<script type="application/json" id="%b">' % STATE_ID.encode(), b"</script"


def read_returned(data: bytes, name: str) -> Scenario:
    """The scenario in a returned file, which is JSON or HTML or holds a link; raises UserError."""
    return read_scenario(content_of(data, name), name)


def content_of(data: bytes, name: str) -> bytes:
    """The JSON in a file of any of these kinds; raises UserError."""
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] == b"<":
        return _of_html(data, name)
    if start[:1] != b"{" and FRAGMENT.encode() in data:
        return content_of_link(data.decode("utf-8", "replace"), name)
    return data


def content_of_link(link: str, name: str) -> bytes:
    """The JSON in the fragment of a link; raises UserError."""
    _, found, state = link.strip().partition(FRAGMENT)
    try:
        unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
        packed = base64.b64decode(state + "=" * (-len(state) % 4), altchars=b"-_", validate=True)
        content = unpacking.decompress(packed, MAX_BYTES + 1)
    except (binascii.Error, ValueError, zlib.error) as error:
        raise UserError(Problem("not_a_state", name)) from error
    if not found or not state or not unpacking.eof and len(content) <= MAX_BYTES:
        raise UserError(Problem("not_a_state", name))
    return content


def _of_html(data: bytes, name: str) -> bytes:
    if len(data) > MAX_HTML_BYTES:
        raise UserError(Problem("too_large", name, len(data), allowed=MAX_HTML_BYTES))
    _, _, rest = data.partition(_BEGIN)
    state, ended, _ = rest.partition(_END)
    if not ended or data.count(_BEGIN) != 1:
        raise UserError(Problem("not_a_state", name))
    return state
