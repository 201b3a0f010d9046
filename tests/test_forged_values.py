"""Forged values of fields, buttons and choices on any page: impossible values have no effect."""

import re
from itertools import cycle, islice
from urllib.parse import quote

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from test_forged import STRANGE
from visitor import Visitor

from simulator.ui.visit import PAGES

ADDRESS = "&".join(
    f"{name}={quote(words[:500])}" for name in ("draft", "unit", "lang", "embed", "x") for words in STRANGE
)
LONG = "9" * 5000
MIXED = 4  # messages to a page with a bit of everything
TEXTS = ("x", "", LONG, "-" + "9" * 300, "\0\ufffe", "1e999", "2026-13-99", "[NaN]", '{"a": {}}', "ا" * 200)
JSON = (
    "x",
    "null",
    "5",
    "[" * 5000,
    '{"selection": {"rows": [99999], "cells": [[-9, "x"]], "points": 5}}',
    '{"edited_rows": {"999": {"x": 1}}, "added_rows": [5], "deleted_rows": ["x"]}',
)
PLAIN = {
    "trigger_value": (True,),
    "bool_value": (True, False),
    "double_value": (float("nan"), float("inf"), -1e308),
    "int_value": (-1, 2**53),
    "string_value": TEXTS,
    "json_value": JSON,
    "json_trigger_value": JSON,
    "bytes_value": (b"\xff" * 1000,),
}
LISTS = {
    "string_array_value": ([], ["x"], [LONG], ["x"] * 5000),
    "double_array_value": ([], [float("nan")], [float("inf")], [-1e308], [1.0, 2.0, 3.0], [0.5] * 5000),
    "int_array_value": ([], [-1], [10**9], [0, 0, 0], [0] * 5000),
}


KINDS = (
    "trigger_value",
    "string_value",
    "string_array_value",
    "double_array_value",
    "file_uploader_state_value",
)
"""The kinds that our fields, buttons and choices accept: sent for all elements at once."""


def forged():
    """Values of every kind that a message can have, each as a function that writes it into a message."""
    for name, values in PLAIN.items():
        yield from ([name, lambda state, n=name, v=value: setattr(state, n, v)] for value in values)
    for name, values in LISTS.items():
        yield from ([name, lambda state, n=name, v=value: _fill(getattr(state, n), v)] for value in values)
    yield "arrow_value", lambda state: state.arrow_value.SetInParent()
    yield "chat_input_value", lambda state: state.chat_input_value.SetInParent()
    yield "string_trigger_value", lambda state: setattr(state.string_trigger_value, "data", "x")
    yield "file_uploader_state_value", _no_file


def _fill(upload, values):
    upload.SetInParent()
    upload.data.extend(values)


def _no_file(state):
    upload = state.file_uploader_state_value.uploaded_file_info.add()
    upload.file_id, upload.name, upload.size = "nowhere", "../../x", 2**40


def messages(visitor: Visitor):
    """Messages with a value for every drawn widget.

    Each value of a widget is of another kind than the previous one.
    """
    values = list(forged())
    for first in range(0, len(values), len(values) // MIXED):
        message = []
        for (_, put), drawn in zip(islice(cycle(values), first, None), list(visitor.elements.values())):
            state = WidgetState(id=drawn.id)
            put(state)
            message.append(state)
        yield message
    for name in KINDS:
        put = [put for kind, put in values if kind == name][-1]
        message = [WidgetState(id=drawn.id) for drawn in visitor.elements.values()]
        for state in message:
            put(state)
        yield message


@pytest.mark.parametrize("page", PAGES)
def test_no_page_breaks_on_any_message(page, url):
    """The address is forged as well."""
    with Visitor(url, ADDRESS, page.replace("overview", "")) as visitor:
        known = set(visitor.elements)
        assert "in_hand" in known and not visitor.errors
        assert re.fullmatch("draft=[0-9a-f]{16}&.*", visitor._query)
        for message in messages(visitor):
            visitor.run(*message)
            assert not visitor.errors, (message, visitor.errors)
        visitor.run()
        assert not visitor.errors and "in_hand" in visitor.elements


def test_what_else_a_browser_may_say_leaves_a_page_as_it_is(url):
    with Visitor(url, "lang=id", "../nowhere") as visitor:
        drawn = set(visitor.elements)
        assert "in_hand" in drawn and not visitor.errors
        for message in (
            BackMsg(load_git_info=True),
            BackMsg(set_run_on_save=True),
            BackMsg(debug_shutdown_runtime=True),
            BackMsg(debug_disconnect_websocket=True),
            BackMsg(file_urls_request={"request_id": "x", "file_names": ["../../x"] * 1000}),
            BackMsg(backend_operation_request={"request_id": "x"}),
            BackMsg(),
        ):
            visitor.say(message)
        unknown = [WidgetState(id=f"$$ID-{i:032x}-x", string_value=LONG) for i in range(1000)]
        visitor.run(*unknown)
        assert not visitor.errors and set(visitor.elements) == drawn


def test_a_message_of_a_page_that_was_left_changes_nothing(url):
    """A late message: the fields of that page are gone, so their callbacks must find nothing."""
    with Visitor(url, "lang=id", "units") as visitor:
        month = visitor.elements["units_month"]
        visitor._hold(WidgetState(id=month.id, string_value=month.options[-1]))
        visitor.run()
        visitor.press("unit OPD-01")
        assert "units_month" not in visitor.elements
        visitor.run()
        assert not visitor.errors
        visitor.press("sheet_back")
        assert "units_month" in visitor.elements and not visitor.errors
    with Visitor(url, "lang=id", "meeting") as visitor:
        visitor.move("lever participation.opd.target_share", 40)
        for page in ("units", "next_units", "actuals", "handouts", "meeting"):
            visitor._page, visitor._name = "", page
            visitor.run()
            assert not visitor.errors and "in_hand" in visitor.elements, page
