"""A list based on a list: the result does not depend on the order, no total of another month limits a unit, and deaths never fall."""

import json
import shutil
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import examples

from simulator.errors import UserError
from simulator.intake.baseline_proposal import Request, confirm_baseline, propose_baseline
from simulator.intake.facts import Receipt
from simulator.intake.rebaseline import propose_rebaseline
from simulator.intake.spreadsheet import read_text
from simulator.model.actuals import TOTAL, Actuals, Record
from simulator.planning.other_data import added_up
from simulator.store import places
from simulator.store.baseline_files import read_baseline_named
from simulator.store.places import BASELINES
from simulator.words.errors import problem_text
from simulator.words.intake import note_text

KENDAL = "kendal-2025-08"
HEAD = "Nama;Kelompok;ASN;Peserta\n"
FIRST = HEAD + "Dinas Kesehatan;OPD;300;300\nDinas Sosial;OPD;70;20\n"
SECOND = HEAD + "Dinas Kesehatan;OPD;300;130\n"
AT_ONCE = HEAD + "Dinas Kesehatan;OPD;300;130\nDinas Sosial;OPD;70;20\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Separate baselines for the lists of this module."""
    found = shutil.copytree(BASELINES, tmp_path_factory.mktemp("data") / "baselines")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(places, "BASELINES", found)
        yield found


def laid(text, upon=KENDAL, month="2026-10", name="uji", **request):
    return propose_baseline(
        [read_text(text, "daftar.csv")],
        Request(name, upon, month, **request),
        Receipt("daftar.csv", "", datetime(2026, 11, 22)),
        "id",
    )


def in_turn(folder, *lists, **request):
    """The proposal of the last list, each based on the previous one."""
    upon, made = KENDAL, []
    try:
        for number, text in enumerate(lists[:-1]):
            made.append(confirm_baseline(laid(text, upon, name=f"uji-{number}", **request)).name)
            upon = made[-1]
        return laid(lists[-1], upon, **{"month": request.get("month", "2026-10")})
    finally:
        for name in made:
            shutil.rmtree(folder / name)


def figures(proposal):
    return sorted(
        (
            u.code,
            u.name,
            u.segment,
            u.asn,
            u.enrolled,
            u.pledge_month,
            u.pledge_workers,
            u.asn_basis,
            u.enrolled_basis,
        )
        for u in proposal.units
    )


def note_words(proposal):
    return [note_text(note, "id") for note in proposal.notes]


@pytest.mark.parametrize("month, total", [("2025-08", 974), ("2026-10", 974 - 14 - 14 + 130 + 20)])
def test_a_typing_error_mended_by_a_second_list_gives_what_the_right_list_would_have_given(
    folder, month, total
):
    twice, once = in_turn(folder, FIRST, SECOND, month=month), laid(AT_ONCE, month=month)
    assert figures(twice) == figures(once) and twice.totals()[1]["enrolled"] == total
    assert [(c.new.name, c.old.enrolled, c.new.enrolled) for c in twice.changes if c.kind == "changed"] == [
        ("Dinas Kesehatan", 300, 130)
    ]


def test_a_total_given_with_the_first_list_binds_the_second_of_the_same_month(folder):
    twice, once = in_turn(folder, FIRST, SECOND, totals={"opd": 900}), laid(AT_ONCE, totals={"opd": 900})
    assert figures(twice) == figures(once) and twice.totals("opd")[1]["enrolled"] == 900


def test_a_total_given_for_an_earlier_month_is_kept_but_squeezes_nobody(folder):
    first = confirm_baseline(laid(FIRST, totals={"opd": 900}, name="uji-0"))
    try:
        less = laid(HEAD + "Dinas Kesehatan;OPD;300;200\n", "uji-0", "2026-11")
        more = laid(HEAD + "Dinas Perikanan;OPD;80;79\n", "uji-0", "2026-11")
    finally:
        shutil.rmtree(folder / "uji-0")
    before = {code: int(n) for code, n in zip(first.codes, first.enrolled)}
    assert less.totals("opd")[1]["enrolled"] == 900
    assert more.totals("opd")[1]["enrolled"] > 900 and all(
        u.enrolled == before[u.code] for u in more.units if u.segment == "opd" and not u.has_own_figures
    )
    assert any(
        line.startswith(
            "Jumlah peserta OPD pada Oktober 2026 adalah 900. Jumlah itu tidak dipaksakan pada November 2026"
        )
        for line in note_words(more)
    )


def test_three_offices_that_grew_leave_the_others_as_last_known(folder):
    grown = laid(HEAD + "".join(f"Dinas {n};OPD;200;180\n" for n in "ABC"))
    old = {c.old.code: c.old for c in grown.changes if c.old}
    rest = [u for u in grown.units if u.segment == "opd" and not u.has_own_figures]
    assert len(rest) == 35 and all(
        (u.asn, u.enrolled) == (old[u.code].asn, old[u.code].enrolled) for u in rest
    )
    assert (
        grown.totals("opd")[1]["enrolled"] == 573 - 3 * 14 + 3 * 180
        and grown.facts.history[-1].basis == "assumed"
    )
    assert (
        sum(
            "2025 adalah 573. Jumlah itu tidak dipaksakan pada Oktober 2026" in line
            for line in note_words(grown)
        )
        == 1
    )
    typed = laid(HEAD + "".join(f"Dinas {n};OPD;200;180\n" for n in "ABC"), totals={"opd": 800})
    assert typed.totals("opd")[1]["enrolled"] == 800 and not any(
        "OPD" in line and "2025" in line for line in note_words(typed)
    )


def test_every_unit_of_the_older_data_is_the_old_one_of_exactly_one_change(folder):
    base = confirm_baseline(laid(FIRST, name="uji-0"))
    try:
        p = laid(HEAD + "Dinas Kesehatan;OPD;300;0\nDinas Baru;OPD;90;10\n", "uji-0")
    finally:
        shutil.rmtree(folder / "uji-0")
    assert (
        sorted(c.old.code for c in p.changes if c.old) == sorted(base.codes)
        and p.totals()[0]["enrolled"] == base.enrolled.sum()
    )
    assert len({u.code for u in p.units}) == len(p.units) == 59


NAMES = ["Diskominfo", "Bapenda", "Bapperida", *(f"Dinas {n}" for n in range(8))]
LINES = st.dictionaries(
    st.sampled_from(NAMES), st.tuples(st.integers(60, 300), st.integers(1, 59)), min_size=1, max_size=7
)


def _list(lines):
    return HEAD + "".join(f"{name};OPD;{asn};{enrolled}\n" for name, (asn, enrolled) in lines.items())


@examples(40)
@given(LINES, LINES, st.sampled_from(["2025-08", "2026-10"]))
def test_one_list_upon_another_equals_both_at_once(folder, first, second, month):
    try:
        once = laid(_list(first | second), month=month)
        twice = in_turn(folder, _list(first), _list(second), month=month)
    except UserError as error:  # totals of the same month that contradict one of the lists
        assert month == "2025-08" and {p.code for p in error.problems} <= {
            "given_beyond_asn",
            "given_beyond_enrolled",
            "rest_beyond_asn",
        }
        return
    assert figures(twice) == figures(once)
    assert added_up(twice.units) == twice.totals()[1] == once.totals()[1]


# ---- deaths


def test_deaths_older_than_the_list_are_reported_with_every_list_until_somebody_gives_them(folder):
    line = (
        "Kematian tetap 8, yaitu sampai Agustus 2025. Isikan jumlah sampai Oktober 2026; selama belum, angka "
        "kematian memakai orang-tahun sampai Agustus 2025 saja."
    )
    twice = in_turn(folder, FIRST, SECOND)
    assert line in note_words(laid(FIRST)) and line in note_words(twice)
    questions = [q["id"] for q in twice.facts.open_questions if "kematian sampai" in q["id"]]
    assert questions == ["Berapa kematian sampai Oktober 2026? Yang tercatat 8, sampai Agustus 2025."]
    confirm_baseline(laid(FIRST, name="uji-0"))
    try:
        answered = laid(SECOND, "uji-0", deaths=11)
    finally:
        shutil.rmtree(folder / "uji-0")
    assert (
        not any("kematian" in line.casefold() for line in note_words(answered))
        and answered.facts.deaths_until == "2026-10"
    )
    assert not any("kematian sampai" in q["id"] for q in answered.facts.open_questions)


@pytest.mark.parametrize("month", ["2025-08", "2026-10"])
def test_fewer_deaths_than_on_record_are_refused_with_the_number_on_record(folder, month):
    with pytest.raises(UserError) as caught:
        laid(FIRST, month=month, deaths=3)
    (line,) = [problem_text(p, "id") for p in caught.value.problems]
    assert (
        line.startswith("Kematian 3 kurang dari 8 yang tercatat sampai Agustus 2025.")
        and "data dari sebelum kekeliruan itu" in line
    )
    assert laid(FIRST, month=month, deaths=8).facts.deaths.value == 8


def test_a_list_upon_data_whose_beginning_is_gone_says_so(folder):
    confirm_baseline(laid(FIRST, name="uji-0"))
    path = folder / "uji-0" / "baseline.json"
    path.write_text(
        json.dumps(json.loads(path.read_text(encoding="utf-8")) | {"builds_on": "hilang"}), encoding="utf-8"
    )
    try:
        assert any(
            "data 'hilang', tempat daftar sebelumnya" in line.casefold()
            for line in note_words(laid(SECOND, "uji-0"))
        )
    finally:
        shutil.rmtree(folder / "uji-0")
    assert read_baseline_named(KENDAL).facts.builds_on is None


def test_a_new_start_from_actuals_counts_deaths_since_the_month_they_were_last_known_for(folder):
    base = confirm_baseline(laid(FIRST, month="2025-10", name="uji-0"))
    november = Record(
        "2026-11-01T08:00:00",
        "",
        "a.csv",
        "2025-11",
        TOTAL,
        {"enrolled": int(base.enrolled.sum()), "deaths": 2},
    )
    before = [
        Record("2026-11-01T08:00:00", "", "a.csv", month, TOTAL, {"deaths": 1})
        for month in ("2025-09", "2025-10")
    ]
    try:
        short, whole = (
            propose_rebaseline(
                "uji-0", Actuals(records), "2025-11", Receipt("Realisasi", "", datetime(2026, 11, 22))
            )
            for records in ([november], [*before, november])
        )
    finally:
        shutil.rmtree(folder / "uji-0")
    assert (
        any(line.startswith("Kematian tetap 8, yaitu sampai Agustus 2025") for line in note_words(short))
        and short.facts.deaths_until == "2025-08"
    )
    assert whole.facts.deaths.value == 8 + 1 + 1 + 2 and whole.facts.deaths_until == "2025-11"
