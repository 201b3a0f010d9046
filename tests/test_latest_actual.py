"""What comes first: the latest actual if there is one, otherwise the data.

And no projection of an observed month.
"""

import re
from datetime import date

import pytest
from decks import opened, titles, words
from handout_cases import contexts_of, projected
from own_app import opened_app, own_scenarios

from simulator.handouts.brief_words import brief_words
from simulator.handouts.deck import deck_bytes
from simulator.handouts.summary import summary_text
from simulator.model.actuals import NOTHING_RECORDED, TOTAL, Actuals, Record
from simulator.model.scenario import with_value
from simulator.report.charts.enrolment import enrolment, meeting
from simulator.report.context import simulated
from simulator.report.explain.explanation import explain
from simulator.report.sentences.target import latest, of_data_sentence
from simulator.ui import of_data, session
from simulator.ui.chart import enlarged, over_months
from simulator.ui.html import Html
from simulator.ui.pages.overview_slide import headline, numbers_and_track

TODAY = date(2026, 11, 28)


def recorded(**enrolled):
    """Totals by month, as `m2026_10=1412`."""
    return Actuals(
        Record("2026-11-02T08:00:00", "", "", month[1:].replace("_", "-"), TOTAL, {"enrolled": number})
        for month, number in enrolled.items()
    )


OCTOBER = recorded(m2026_09=1390, m2026_10=1412)


def context(stem="komitmen-september", actuals=NOTHING_RECORDED, target=None):
    p = projected(stem)
    if target:
        p = projected(stem, target=with_value(p.scenario, "target.month", target).target)
    (c,) = contexts_of(p, actuals=actuals)
    return c


def on_screen(c, lang="id"):
    """The head of the overview without markup."""
    return re.sub(
        r"\s+", " ", re.sub(r"<[^>]*>", " ", headline(c, Html(lang)) + numbers_and_track(c, Html(lang)))
    ).replace(" ,", ",")


def test_the_latest_actual_stands_first_on_screen_and_in_every_hand_out():
    """1,412 of 10,345 ASN in October 2026 are 13.65 %."""
    c = context(actuals=OCTOBER)
    assert "1.412 peserta Oktober 2026, realisasi" in on_screen(c)
    assert "974 peserta Agustus 2025" not in on_screen(c)
    message = summary_text([c], "id", TODAY)
    assert "• Oktober 2026: *1.412* peserta menurut realisasi, ± 13,65 %" in message.splitlines()
    assert "974" not in message
    label, number = next(brief_words(simulated([c]), "id", TODAY, False)).numbers[0]
    assert (str(label), number.value) == ("realisasi, Okt 2026", 1412)
    deck = deck_bytes([c], "id", TODAY)
    assert any(
        title.startswith("1.412 pekerja rentan terlindungi pada Oktober 2026: ± 13,65 %")
        for title in titles(deck)
    )
    assert any(
        "1.412" in words(slide) and "Oktober 2026, realisasi" in words(slide) for slide in opened(deck)
    )
    assert explain(latest(c)[1].origin, "id").quantity.value == 1412


def test_on_made_up_data_too():
    c = context("contoh", actuals=recorded(m2026_10=1100))
    assert "1.100 peserta Oktober 2026, realisasi" in on_screen(c)
    assert "• Oktober 2026: *" in summary_text([c], "id", TODAY)


def test_a_month_without_its_total_is_no_latest_actual():
    deaths = Actuals([Record("2026-11-02T08:00:00", "", "", "2026-10", TOTAL, {"deaths": 1})])
    month, number = latest(context(actuals=deaths))
    assert (month, number.value) == (0, 974)


@pytest.mark.parametrize("lang, word", [("id", "proyeksi"), ("en", "projected")])
def test_a_target_in_the_month_of_the_data_is_no_projection(lang, word):
    c = context(target="2025-08")
    assert word not in on_screen(c, lang)
    assert not any(
        word in str(label) for label, _ in next(brief_words(simulated([c]), lang, TODAY, False)).numbers
    )
    of_target = [words(slide) for slide in opened(deck_bytes([c], lang, TODAY))][1:3]
    assert not any(f"{word} Agustus 2025" in text or f"{word}, August 2025" in text for text in of_target)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("id", "Realisasi 1.412 pada Oktober 2026; proyeksi 1.256 pada Agustus 2027"),
        ("en", "1,412 recorded in October 2026; 1,256 projected in August 2027"),
    ],
)
def test_the_chart_of_enrolment_begins_with_the_latest_actual(lang, expected):
    assert str(enrolment(context(actuals=OCTOBER), lang).title) == expected
    assert "974" in str(enrolment(context(), lang).title)


@pytest.mark.parametrize(
    ("lang", "begins", "of_data"),
    [
        ("id", "Realisasi Oktober 2026 sudah tercatat: 1.412 peserta.", "data Agustus 2025"),
        ("en", "October 2026 is recorded: 1,412 enrolled.", "data of August 2025"),
    ],
)
def test_a_page_reckoned_from_the_data_says_that_later_months_are_recorded(lang, begins, of_data):
    words = str(of_data_sentence(context(actuals=OCTOBER), lang))
    assert words.startswith(begins) and of_data in words
    assert of_data_sentence(context(), lang) is None


@pytest.mark.parametrize("page", ["overview", "units", "next_units", "decides", "compare"])
def test_each_page_that_is_reckoned_from_the_data_says_so(page, monkeypatch, tmp_path):
    own_scenarios(tmp_path / "scenarios", monkeypatch)
    drawn = []
    monkeypatch.setattr(session, "readable_actuals", lambda: OCTOBER)
    monkeypatch.setattr(of_data, "draw_text", lambda words, **_: drawn.append(str(words)))
    at = opened_app(page_wanted=page)
    assert not at.exception, at.exception[0].stack_trace
    assert len(drawn) == 1 and drawn[0].startswith("Realisasi Oktober 2026 sudah tercatat")


def test_the_name_of_actuals_on_a_chart_covers_neither_an_earlier_one_nor_the_name_of_the_data():
    """It is below all of them, as 974 is the lowest.

    In the meeting mode, which begins at the first, above all.
    """
    c = context(actuals=recorded(m2026_05=1190, m2026_10=1302))
    (name,) = named("Realisasi", over_months.figure(enrolment(c, "id"), "id", 330))
    assert (name["text"], name["y"], name["yanchor"], name["yshift"]) == (
        "Realisasi <b>1.302</b>",
        974,
        "top",
        -6,
    )
    drawn = meeting(c, None, len(c.projection.months) - 1, "id")
    (name,) = named("Realisasi", enlarged.figure(drawn, "id", 3000))
    assert (name["y"], name["yanchor"]) == (1302, "bottom") and name["yshift"] > 0


def named(begin, figure):
    """The names on a figure with this beginning."""
    return [note for note in figure["layout"]["annotations"] if note["text"].startswith(begin)]
