"""The entrance of the app: no sign-in on a single computer, sign-in for everybody if an agency is served.

Signing in, and the cookie that keeps it, are Streamlit's own (OpenID Connect).
"""

import importlib.util
import ipaddress
import sys
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn
from urllib.parse import urlsplit

import streamlit as st
from streamlit import config

from simulator import clock
from simulator.errors import Problem, UserError
from simulator.store import agency
from simulator.ui import browser
from simulator.ui.foreign import as_text
from simulator.ui.style import CSS
from simulator.words import LANGUAGES, Lang, text
from simulator.words.errors import problem_text

NAME = "ASN Peduli Pekerja Rentan"
SHORTEST_SECRET = 32  # characters; Streamlit itself accepts any length
_PARTS = ("client_id", "client_secret", "cookie_secret", "redirect_uri", "server_metadata_url")


def check_start() -> None:
    """Stop the program if others could reach it without sign-in; set up the sign-in if an agency is served.

    If an agency is served, adds the host names of `agency.toml` to `server.allowedHosts`.
    """
    try:
        clock.today()
    except UserError as error:
        _end(_lines(error))
    allowed = st.get_option("server.allowedHosts")
    if not agency.is_wanted():
        names = [st.get_option("server.address") or "0.0.0.0", *allowed]
        if opening := next((name for name in names if not is_this_computer(name)), None):
            _end([text("entrance.open", lang, name=opening) for lang in LANGUAGES])
        return
    try:
        hosts = agency.read_agency().hosts
        missing = ", ".join(_missing(hosts))
    except UserError as error:
        _end(_lines(error))
    if missing:
        _end([text("entrance.incomplete", lang, missing=missing) for lang in LANGUAGES])
    config.set_option("server.allowedHosts", [*allowed, *hosts])
    agency.serve(signed_in)


def _lines(error: UserError) -> list[str]:
    return [problem_text(problem, lang) for problem in error.problems for lang in LANGUAGES]


def _end(lines: Iterable[str]) -> NoReturn:
    print("\n".join(lines), file=sys.stderr)
    sys.exit(1)


def is_this_computer(name: str) -> bool:
    """Whether a name or address can be reached from this computer only."""
    try:
        return ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return name == "localhost"


def _missing(hosts: tuple[str, ...]) -> list[str]:
    """The sign-in settings that are missing or unsafe, by name and never by value."""
    auth = _auth()
    wrong = {
        name: not isinstance(auth.get(name), str) or not auth[name] or not auth[name].isascii()
        for name in _PARTS
    }
    wrong["cookie_secret"] |= len(str(auth.get("cookie_secret"))) < SHORTEST_SECRET
    back = urlsplit(str(auth.get("redirect_uri")))
    is_ours = back.hostname in hosts or is_this_computer(back.hostname or "")
    wrong["redirect_uri"] |= not _is_safe(back.geturl()) or not is_ours or back.path != "/oauth2callback"
    wrong["server_metadata_url"] |= not _is_safe(str(auth.get("server_metadata_url")))
    result = [f"[auth] {name}" for name, is_wrong in wrong.items() if is_wrong]
    result += [name for name in ("authlib", "httpx") if not importlib.util.find_spec(name)]
    if st.get_option("server.trustedUserHeaders"):  # anybody could send such a header with any name
        result.append("server.trustedUserHeaders")
    if not st.get_option("server.enableXsrfProtection"):  # without it Streamlit reads no cookie
        result.append("server.enableXsrfProtection")
    return result


def _auth() -> Mapping[str, Any]:
    """Streamlit's own sign-in settings, empty if there are none; raises UserError."""
    try:
        settings = st.secrets.get("auth") if st.secrets.load_if_toml_exists() else None
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise UserError(Problem("unreadable_file", "secrets.toml", reason)) from error
    return settings if isinstance(settings, Mapping) else {}


def _is_safe(address: str) -> bool:
    """Whether traffic to this address is encrypted or stays on this computer."""
    parts = urlsplit(address)
    return parts.scheme == "https" or parts.scheme == "http" and is_this_computer(parts.hostname or "")


def is_encrypted() -> bool:
    """Whether the agency's app is reached by https only."""
    return agency.is_served() and str(_auth().get("redirect_uri")).startswith("https:")


def signed_in() -> str:
    """The e-mail address of the person the present thread works for, "" for nobody.

    If the provider reports the address as anything but verified, it counts as none, because anybody may have
    typed it there. If the provider does not report whether it is verified, the address is accepted.
    """
    user = st.user.to_dict()
    address, verified = user.get("email"), user.get("email_verified", True)
    if user.get("is_logged_in") is not True or verified not in (True, "true"):
        return ""
    return agency.plain_address(address) if isinstance(address, str) else ""


def is_closed() -> bool:
    """Whether the visitor still has to sign in or has no access; raises UserError."""
    try:
        agency.visitor()
    except UserError as error:
        if error.problems[0].code != "not_admitted":
            raise
        return True
    return False


def door() -> None:
    """The page for visitors who may see no other."""
    lang, who = requested_lang(), signed_in()
    st.html(CSS)
    st.title(NAME, anchor=False)
    if who:
        st.error(as_text(text("error.not_admitted", lang, found=who)))
        st.button(text("entrance.sign_out", lang), key="sign_out", on_click=st.logout)
    else:
        st.markdown(text("entrance.welcome", lang))
        st.button(text("entrance.sign_in", lang), key="sign_in", type="primary", on_click=st.login)
    for other in LANGUAGES:
        if other != lang:
            st.button(
                other.upper(),
                key=other,
                type="tertiary",
                on_click=st.query_params.update,
                args=({"lang": other},),
            )
    browser.finish_run(lang)


def requested_lang() -> Lang:
    """The language in the address, for messages before there is a session."""
    wanted = st.query_params.get("lang", "id")
    return wanted if wanted in LANGUAGES else "id"


def show_person(lang: Lang) -> None:
    """Show who is signed in, with a button to sign out; nothing without sign-in."""
    if not agency.is_served():
        return
    who = words = signed_in()
    helped = None
    try:
        agency.editor()
    except UserError:
        words = f"{who} · {text('entrance.only_looks', lang)}"
        helped = as_text(text("entrance.only_looks_help", lang, who=who))
    with st.container(
        horizontal=True, horizontal_alignment="right", vertical_alignment="center", key="person"
    ):
        st.caption(as_text(words), width="content", help=helped)
        st.button(text("entrance.sign_out", lang), key="sign_out", type="tertiary", on_click=st.logout)
