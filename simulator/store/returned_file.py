"""What comes back from somebody: a scenario file, the HTML file that travels, or a link to its state."""

import base64
import binascii
import re
import zlib

from simulator.errors import Problem, UserError
from simulator.model.baseline import Baseline
from simulator.model.scenario import Scenario
from simulator.store.scenario_file import read_scenario
from simulator.store.strict_json import MAX_BYTES

MAX_HTML_BYTES = 3_000_000
STATE_ID = "state"
"""The script element of the HTML file that holds the scenario as it stands, in JSON."""
FRAGMENT = "#s="
"""Before the state in a link: the scenario's JSON, deflated, in the letters of base64url (RFC 4648, 5)."""
_STATE = re.compile(rb'<script type="application/json" id="%b">(.*?)</script' % STATE_ID.encode(), re.DOTALL)


def read_returned(data: bytes, name: str, baseline: Baseline | None = None) -> Scenario:
    """The scenario in a file that came back, JSON or HTML, or in one that holds a link; raises UserError."""
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] == b"<":
        return read_scenario(_of_html(data, name), name, baseline)
    if start[:1] != b"{" and FRAGMENT.encode() in data:
        return read_link(data.decode("utf-8", "replace"), name, baseline)
    return read_scenario(data, name, baseline)


def read_link(link: str, name: str, baseline: Baseline | None = None) -> Scenario:
    """The scenario in the fragment of a link; raises UserError."""
    _, found, state = link.strip().partition(FRAGMENT)
    try:
        unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
        packed = base64.b64decode(state + "=" * (-len(state) % 4), altchars=b"-_", validate=True)
        content = unpacking.decompress(packed, MAX_BYTES + 1)
    except (binascii.Error, ValueError, zlib.error) as error:
        raise UserError(Problem("not_a_state", name)) from error
    if not found or not state or not unpacking.eof and len(content) <= MAX_BYTES:
        raise UserError(Problem("not_a_state", name))
    return read_scenario(content, name, baseline)


def _of_html(data: bytes, name: str) -> bytes:
    if len(data) > MAX_HTML_BYTES:
        raise UserError(Problem("too_large", name, len(data), allowed=MAX_HTML_BYTES))
    states = _STATE.findall(data)
    if len(states) != 1:
        raise UserError(Problem("not_a_state", name))
    return bytes(states[0])
