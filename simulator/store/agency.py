"""Who may use the program: whoever sits at this computer, or the people that `agency.toml` names.

Until `serve` is called anybody may write, and nobody is recorded. From then on each write checks who makes
it.
"""

import os
import re
import tomllib
from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from simulator.errors import Problem, UserError
from simulator.model.settings import StrictModel
from simulator.store.places import ROOT
from simulator.store.strict_json import read_bytes, validated

AGENCY = ROOT / "agency.toml"
LONGEST_ADDRESS = 76  # characters, so that an address fits after a name in the log of actuals
_identify: list[Callable[[], str]] = []  # returns who is signed in, once an agency is served


def plain_address(address: str) -> str:
    """An e-mail address as it is compared: lower case, if its letters have no other lower-case form."""
    address = address.strip()
    return address.lower() if address.isascii() else address


def _address(value: str) -> str:
    address = plain_address(value)
    if len(address) > LONGEST_ADDRESS or not re.fullmatch(r"[!-?A-~]+@[!-?A-~]+", address):
        raise PydanticCustomError("not_an_address", "not an e-mail address")
    return address


def _host(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9.-]+", value.lower()):
        raise PydanticCustomError("not_a_host", "not the name of a host")
    return value.lower()


_Addresses = Annotated[tuple[Annotated[str, AfterValidator(_address)], ...], Field(strict=False)]


class Agency(StrictModel):
    """The content of `agency.toml`: the names of the server, and who may view or also write."""

    hosts: Annotated[tuple[Annotated[str, AfterValidator(_host)], ...], Field(strict=False, min_length=1)]
    editors: Annotated[_Addresses, Field(min_length=1)]
    viewers: _Addresses = ()


def is_wanted() -> bool:
    """Whether there is an `agency.toml`, readable or not."""
    return os.path.lexists(AGENCY)


def read_agency() -> Agency:
    """The agency as its file now describes it; raises UserError with every problem of the file."""
    try:
        content = tomllib.loads(read_bytes(AGENCY).decode())
    except ValueError as error:  # not UTF-8, or not TOML
        raise UserError(Problem("not_toml", AGENCY.name, str(error))) from error
    return validated(Agency, content, AGENCY.name)


def serve(who: Callable[[], str]) -> None:
    """Require sign-in from now on.

    `who` returns the address of the person a thread works for, "" for nobody.
    """
    _identify[:] = [who]


def is_served() -> bool:
    """Whether people sign in."""
    return bool(_identify)


def visitor() -> str:
    """The address of the signed-in person, who may view; "" where nobody signs in.

    Raises UserError "not_admitted" for everybody else, and "lists_unreadable".
    """
    return _one_of("not_admitted", lambda agency: agency.editors + agency.viewers)


def editor() -> str:
    """Like `visitor`, for a person who may also write.

    Raises UserError "not_editor" and "lists_unreadable".
    """
    return _one_of("not_editor", lambda agency: agency.editors)


def _one_of(code: str, listed: Callable[[Agency], tuple[str, ...]]) -> str:
    if not _identify:
        return ""
    who = _identify[0]()
    try:
        may = listed(read_agency())
    except UserError as error:  # the details concern only whoever runs the program
        raise UserError(Problem("lists_unreadable", AGENCY.name)) from error
    if who not in may:
        raise UserError(Problem(code, "", who))
    return who
