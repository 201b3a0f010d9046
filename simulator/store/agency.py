"""Whom the program serves: whoever sits at this computer, or the people an agency names in `agency.toml`.

Until `serve` is called anybody may write, and nothing records who. From then on each write asks whose it is.
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
LONGEST_ADDRESS = 76  # letters, so that one fits behind a name in the log of actuals
_identify: list[Callable[[], str]] = []  # what tells who is signed in, once an agency is served


def plain_address(address: str) -> str:
    """An e-mail address as it is compared: in small letters, where these are the only form of its letters."""
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
    """The content of `agency.toml`: the names the server goes by, and who may see or also write."""

    hosts: Annotated[tuple[Annotated[str, AfterValidator(_host)], ...], Field(strict=False, min_length=1)]
    editors: Annotated[_Addresses, Field(min_length=1)]
    viewers: _Addresses = ()


def is_wanted() -> bool:
    """Whether somebody put an `agency.toml` there, readable or not."""
    return os.path.lexists(AGENCY)


def read_agency() -> Agency:
    """The agency as its file says now; raises UserError with every problem of it."""
    try:
        content = tomllib.loads(read_bytes(AGENCY).decode())
    except ValueError as error:  # no UTF-8, or no TOML
        raise UserError(Problem("not_toml", AGENCY.name, str(error))) from error
    return validated(Agency, content, AGENCY.name)


def serve(who: Callable[[], str]) -> None:
    """From now on people sign in; `who` gives the address of the one a thread works for, "" for nobody."""
    _identify[:] = [who]


def is_served() -> bool:
    """Whether people sign in."""
    return bool(_identify)


def visitor() -> str:
    """The address of who is signed in and may see; "" where nobody signs in.

    Raises UserError "not_admitted" for everybody else, and "lists_unreadable".
    """
    return _one_of("not_admitted", lambda agency: agency.editors + agency.viewers)


def editor() -> str:
    """As `visitor`, of who may also write; raises UserError "not_editor" and "lists_unreadable"."""
    return _one_of("not_editor", lambda agency: agency.editors)


def _one_of(code: str, listed: Callable[[Agency], tuple[str, ...]]) -> str:
    if not _identify:
        return ""
    who = _identify[0]()
    try:
        may = listed(read_agency())
    except UserError as error:  # what is wrong with it is for whoever runs the program
        raise UserError(Problem("lists_unreadable", AGENCY.name)) from error
    if who not in may:
        raise UserError(Problem(code, "", who))
    return who
