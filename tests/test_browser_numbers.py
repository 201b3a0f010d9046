"""Numbers of headline, answer, strip and meeting mode open their explanation in a real browser."""

import re

from simulator.words import LANGUAGES
from tests.browser import does, slider, wait_done

LEVER = "OPD, % of ASN"
MONTHS = {name for words in LANGUAGES.values() for name in (*words.months, *words.short_months)}
MONTH = re.compile(rf"({'|'.join(MONTHS)}) \d{{4}}")
KNOWN = (
    "The 1,834 ASN are read as those of the 22 OPD that take part.",  # the data's own description
    "The 1,834 ASN are read as those of all 38 OPD.",
    "18 OPD, in part",  # the name of a row
    "100 %",  # a definition
    "PP 50/2025",
)
OUTSIDE_NUMBERS = """main => {
    const copy = main.cloneNode(true);
    copy.querySelectorAll('button.quantity, input, style, summary, svg, .chart-plot, .chart-table, .st-key-head').forEach(
        part => part.replaceWith(' … '));
    return copy.textContent }"""


def explained(page, number) -> str:
    """Click a number, return the text of its dialog, and close the dialog again."""
    words = number.inner_text().replace("\u00a0", " ")
    does(page, number.click)
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    shown = dialog.inner_text().replace("\u00a0", " ")
    assert words.lstrip("+") in shown and "Where does this number come from?" in shown
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    return shown


def test_numbers_of_the_headline_of_an_answer_and_of_the_strip_open_their_explanation(open_page, program_url):
    page = open_page(f"{program_url}/?lang=en")
    wait_done(page)
    assert "20 % × 10,345" in explained(page, page.locator(".ov-slide-title button").nth(1))
    does(page, page.locator(".st-key-ov-ask button").filter(visible=True).first.click)
    assert "its present value" in explained(page, page.locator(".ov-answer strong button").first)
    does(page, lambda: slider(page, LEVER).press("End"))
    assert "2,517 − 1,256" in explained(page, page.locator(".moved dd > button").first)
    words = page.locator("[data-testid=stMain]").evaluate(OUTSIDE_NUMBERS).replace("\u00a0", " ")
    for known in KNOWN:
        words = words.replace(known, "")
    assert re.findall(r"\d[\d.,]*", MONTH.sub("", words)) == [], words


def test_numbers_of_the_meeting_mode_open_their_explanation_and_escape_stays_there(open_page, program_url):
    page = open_page(f"{program_url}/meeting?lang=en")
    wait_done(page)
    assert "Enrolled in August 2027" in explained(page, page.locator(".mt-number button"))
    assert "2,069 − 1,256" in explained(page, page.locator(".mt-finding button").first)
    assert page.locator(".mt-number").inner_text() == "1,256"
