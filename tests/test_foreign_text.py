"""Names of regencies, offices, scenarios and files are shown literally on every page: nothing in them takes effect."""

import json
import re
import shutil
from html.parser import HTMLParser

import pytest
from browser import ROOT, settle, wait_done
from google.protobuf.message import Message
from hostile import ALL, PAYLOADS, actuals, regency, scenario
from streamlit.testing.v1 import local_script_runner
from test_every_number import PAGES, run

from simulator.store import draft_store, meeting_store, places, scenario_store
from simulator.store.places import SCENARIOS
from simulator.ui import listing, session
from simulator.ui.foreign import as_text

STEM, OTHER = "komitmen-september", "dua-puluh-persen-2026"
PLAIN = {  # the fields that Streamlit shows as text, by message; it reads all others as Markdown
    "Selectbox": {"options", "raw_value"},
    "MultiSelect": {"options", "raw_values"},
    "TextInput": {"default", "value"},
    "TextArea": {"default", "value"},
}
OURS = {"b", "br", "span", "extra"}
"""The tags that our charts use in texts."""


@pytest.fixture
def hostile(tmp_path, monkeypatch):
    """A folder of data and one of scenarios with only such texts."""
    baselines, scenarios = tmp_path / "baselines", tmp_path / "scenarios"
    baselines.mkdir()
    scenarios.mkdir()
    shutil.copytree(places.BASELINES / "kendal-2025-08", baselines / "kendal-2025-08")
    baseline = regency(baselines / "contoh")
    for stem, words in zip((STEM, OTHER, "irama-rakor-monev", "contoh"), (ALL, *PAYLOADS)):
        data = scenario_store.scenario_bytes(scenario(words))
        (scenarios / f"{stem}.json").write_bytes(data)
    monkeypatch.setattr(places, "BASELINES", baselines)
    monkeypatch.setattr(listing, "BASELINES", baselines)
    monkeypatch.setattr(listing, "SCENARIOS", scenarios)
    monkeypatch.setattr(draft_store, "DRAFTS", tmp_path / "drafts")
    for function in (
        *vars(scenario_store).values(),
        *vars(draft_store).values(),
        *vars(meeting_store).values(),
    ):
        usual = getattr(function, "__defaults__", None) or ()
        if SCENARIOS in usual:
            there = tuple(scenarios if value is SCENARIOS else value for value in usual)
            monkeypatch.setattr(function, "__defaults__", there)
    monkeypatch.setattr(session, "lang", lambda: "id")
    monkeypatch.setattr(session, "actuals", lambda: actuals(baseline))
    return baseline


def sent(page, monkeypatch) -> list[Message]:
    """Every message a page sends to the browser, after all steps of a person there."""
    messages, parse = [], local_script_runner.parse_tree_from_messages
    monkeypatch.setattr(
        local_script_runner, "parse_tree_from_messages", lambda of: messages.extend(of) or parse(of)
    )
    monkeypatch.setitem(PAGES, page, PAGES.get(page, lambda at: None))
    run(page, STEM, "id")
    return messages


def texts(message: Message):
    """Every text in a message, with the name of its message and of its field."""
    for field, value in message.ListFields():
        for one in value if field.is_repeated else (value,):
            if isinstance(one, Message):
                yield from texts(one)
            elif isinstance(one, str):
                yield message.DESCRIPTOR.name, field.name, one


class Tags(HTMLParser):
    """The tags of a piece of HTML, and their attributes."""

    def __init__(self, words: str):
        super().__init__()
        self.names, self.attributes = set(), set()
        self.feed(words)

    def handle_starttag(self, tag, attributes):
        self.names.add(tag)
        self.attributes |= {name for name, _ in attributes}


def strings(content):
    """Every string in a JSON value."""
    if isinstance(content, str):
        yield content
    for one in (
        content.values() if isinstance(content, dict) else content if isinstance(content, list) else ()
    ):
        yield from strings(one)


def acts_as_html(words: str) -> bool:
    tags = Tags(words)
    return bool(tags.names & {"img", "a", "script", "iframe"}) or any(
        name.startswith("on") or name in ("src", "href") for name in tags.attributes
    )


def acts(kind: str, field: str, words: str) -> bool:
    """Whether a text of a message would be interpreted."""
    if kind == "BidiComponent" and field == "json":
        content = json.loads(words)
        figure = " ".join(strings(content.get("figure", {})))
        return acts_as_html(content.get("html", "")) or not Tags(figure).names <= OURS
    if (kind, field) == ("Html", "body"):
        return acts_as_html(words)
    return field not in PLAIN.get(kind, ()) and any(payload in words for payload in (ALL, *PAYLOADS))


def test_the_check_finds_what_acts():
    assert acts("Markdown", "body", f"x {PAYLOADS[0]}") and not acts("Selectbox", "options", PAYLOADS[0])
    assert acts("Html", "body", PAYLOADS[3]) and acts("Html", "body", PAYLOADS[5])
    assert acts("BidiComponent", "json", json.dumps({"figure": {"data": [{"text": [PAYLOADS[3]]}]}}))


@pytest.mark.parametrize("page", [*PAGES, "data", "handouts"])
def test_no_page_lets_somebodys_words_act(page, hostile, monkeypatch):
    shown = {text for message in sent(page, monkeypatch) for text in texts(message)}
    assert any("evil" in words for _, _, words in shown)
    assert [text for text in shown if acts(*text)] == []


def test_a_browser_shows_every_payload_as_it_is_written(start_app, open_page):
    """In every kind of Streamlit element that shows user text on our pages, with and without Markdown."""
    page = open_page(start_app(ROOT / "tests" / "pages" / "foreign_page.py"))
    wait_done(page)
    host = page.url.partition("/?")[0]
    for name in (
        "markdown",
        "caption",
        "error",
        "success",
        "header",
        "button",
        "expander",
        "html",
        "table",
        "many",
    ):
        shown = [words.replace("\u2060", "") for words in page.locator(f".st-key-{name}").all_inner_texts()]
        read = re.sub(r"\s+", "", "".join(shown))
        for payload in PAYLOADS:
            assert re.sub(r"\s+", "", payload) in read, (name, payload)
    main = page.locator("[data-testid=stMain]")
    for tag in ("img", "a:not([href^='#'])", ".katex", "em", "strong", "code", "del", "script"):
        assert main.locator(tag).evaluate_all("found => found.map(one => one.outerHTML)") == [], tag
    icons = main.locator("[data-testid=stIconMaterial]").all_inner_texts()
    assert set(icons) == {"keyboard_arrow_right"}  # those of folded sections
    field = page.get_by_role("combobox", name="Satu")
    field.scroll_into_view_if_needed()  # scrolling would close the list
    settle(page)
    field.fill("e")
    page.get_by_role("option").first.wait_for()
    offered = page.get_by_role("option").all_text_contents()
    assert offered and {*offered} <= {*PAYLOADS}
    assert page.locator("[role=listbox] img").count() == 0
    assert [url for url in page.addresses if not url.startswith((host, "data:", "blob:"))] == []


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\n\r", "\r\r"])
def test_no_line_begins_as_a_block_of_code_does_however_lines_end(end):
    assert not re.search(r"[\r\n][ \t]", as_text(f"    a{end}    b{end}\t{end} c")) and as_text("\tx") == "x"
