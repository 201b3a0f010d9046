"""Files that offices send back become one scenario; where they differ a person chooses."""

import base64
import json
import zlib

import pytest
from commands import simulator
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors import UserError
from simulator.model.parts import Override
from simulator.planning.merging import Returned, merged, other_settings, proposals
from simulator.report.sentences.ranges import range_name
from simulator.store.places import SCENARIOS
from simulator.store.returned_file import FRAGMENT, MAX_HTML_BYTES, STATE_ID, content_of_link, read_returned
from simulator.store.scenario_file import read_scenario, scenario_bytes
from simulator.store.scenario_store import load_file
from simulator.store.strict_json import MAX_BYTES
from simulator.ui.foreign import as_text
from simulator.ui.pages import returned
from simulator.ui.uploads import KeptFile
from simulator.words import LANGUAGES
from tests.own_app import opened_app

SENT = load_file(SCENARIOS / "komitmen-september.json")
CODES = [f"OPD-{number}" for number in range(20, 30)]


def asks(unit, target_share=None, workers_per_asn=None, join_month=None):
    return Override(
        unit=unit, target_share=target_share, workers_per_asn=workers_per_asn, join_month=join_month
    )


def back(file, *overrides, **changes):
    return Returned(file, SENT.model_copy(update={"overrides": overrides, **changes}))


def written(folder, *returned):
    """The returned files."""
    paths = []
    for one in returned:
        paths.append(folder / one.file)
        paths[-1].write_bytes(scenario_bytes(one.scenario))
    return paths


ALL, HALF, LATER = asks("OPD-26", 1.0, None, "2025-11"), asks("OPD-26", 0.5), asks("OPD-27", 1.0)


# ---- one scenario of many


def test_what_each_office_proposes_stands_in_one_scenario():
    files = [back("a.json", ALL), back("b.json", LATER), back("c.json")]
    result = merged(files, "Gabungan", {})
    assert result.overrides == (ALL, LATER)
    assert (result.name, result.parent, result.status, result.record) == (
        "Gabungan",
        SENT.name,
        "draft",
        None,
    )
    assert result.model_copy(update={"name": SENT.name, "parent": None, "overrides": ()}) == SENT.model_copy(
        update={"overrides": (), "record": None}
    )


def test_the_same_proposal_twice_is_no_conflict():
    (one,) = proposals([back("a.json", ALL), back("b.json", ALL)])
    assert not one.in_conflict and one.proposals[0].files == ("a.json", "b.json")


def test_where_files_differ_the_choice_of_a_file_decides():
    files = [back("a.json", ALL), back("b.json", HALF, LATER)]
    with pytest.raises(UserError) as refused:
        merged(files, "G", {})
    (problem,) = refused.value.problems
    assert (problem.code, problem.where) == ("merge_conflict", "overrides.OPD-26")
    assert problem.values["proposed"] == (
        "a.json: target_share 1.0, join_month 2025-11; b.json: target_share 0.5"
    )
    assert merged(files, "G", {"OPD-26": "b.json"}).overrides == (HALF, LATER)


def test_what_was_not_changed_since_it_was_sent_is_no_proposal():
    sent = SENT.model_copy(update={"overrides": (HALF, LATER)})
    files = [back("a.json", ALL, LATER), back("b.json", HALF), back("c.json", HALF, LATER)]
    first, second = proposals(files, sent)
    assert [p.files for p in first.proposals] == [("a.json",)] and not first.in_conflict
    assert second.proposals[0].override is None and second.proposals[0].files == ("b.json",)
    assert merged(files, "G", {}, sent).overrides == (ALL,)
    with pytest.raises(UserError):  # without the sent scenario, there are two proposals for OPD-26
        merged(files, "G", {})


def test_a_special_setting_sent_with_nothing_in_it_is_proposed_by_no_file_that_has_it_unchanged():
    sent = SENT.model_copy(update={"overrides": (asks("OPD-26"),)})
    files = [back("a.json", asks("OPD-26"), LATER), back("b.json", ALL), back("c.json")]
    first, second = proposals(files, sent)
    assert (first.proposals[0].override, first.proposals[0].files) == (LATER, ("a.json",))
    assert [(p.override, p.files) for p in second.proposals] == [(ALL, ("b.json",))]
    assert set(merged(files, "G", {}, sent).overrides) == {ALL, LATER}


def test_changed_ranges_are_other_settings_too(tmp_path):
    ranges = [one for one in SENT.uncertainty.ranges if one.setting != "retention.lapse_share_per_month"]
    without = SENT.uncertainty.model_copy(update={"ranges": tuple(ranges)})
    files = [back("a.json", ALL), back("b.json", LATER, uncertainty=without, horizon_months=36)]
    paths = ("horizon_months", "uncertainty.ranges.retention.lapse_share_per_month")
    assert other_settings(files) == {"b.json": paths}
    a, b = written(tmp_path, *files)
    output = simulator("merge", a, b, "--out", tmp_path / "out.json", "--lang", "en").stderr.decode()
    assert output == f"{b}: differs in {', '.join(paths)} as well; only special settings are merged.\n"


def test_other_settings_are_reported_and_left_as_they_were():
    files = [back("a.json", ALL), back("b.json", LATER, horizon_months=36)]
    assert other_settings(files) == {"b.json": ("horizon_months",)}
    assert merged(files, "G", {}).horizon_months == 24


def test_a_choice_of_a_file_that_proposes_nothing_and_other_data_are_refused():
    for choices in ({"OPD-26": "b.json"}, {"OPD-99": "a.json"}):
        with pytest.raises(UserError) as refused:
            merged([back("a.json", ALL), back("b.json", LATER)], "G", choices)
        assert [p.code for p in refused.value.problems] == ["merge_no_proposal"]
    with pytest.raises(UserError) as refused:
        merged([back("a.json", ALL), back("b.json", baseline="kendal-2025-08-38")], "G", {})
    assert [(p.code, p.where) for p in refused.value.problems] == [("merge_other_data", "b.json")]


OVERRIDES = st.lists(
    st.builds(asks, st.sampled_from(CODES), st.sampled_from([0.0, 0.5, 1.0])), unique_by=lambda o: o.unit
)


@given(st.lists(OVERRIDES, min_size=1, max_size=4), OVERRIDES)
def test_every_unit_gets_what_was_chosen_and_others_stay_as_sent(given_by_file, sent_overrides):
    sent = SENT.model_copy(update={"overrides": tuple(sent_overrides)})
    files = [back(f"{i}.json", *overrides) for i, overrides in enumerate(given_by_file)]
    found = proposals(files, sent)
    last = {one.unit: one.proposals[-1] for one in found}
    result = merged(files, "G", {unit: p.files[0] for unit, p in last.items()}, sent)
    expected = {o.unit: o for o in sent.overrides} | {unit: p.override for unit, p in last.items()}
    assert {o.unit: o for o in result.overrides} == {u: o for u, o in expected.items() if o is not None}
    assert read_scenario(scenario_bytes(result), "g.json") == result


# ---- the command


def test_the_command_writes_one_file_and_says_who_proposes_what(tmp_path):
    paths = written(tmp_path, back("a.json", ALL), back("b.json", HALF, LATER, horizon_months=36))
    out = tmp_path / "Gabungan semua.json"
    taken = ("--take", f"OPD-26={paths[0]}")
    result = simulator("merge", *paths, "--out", out, *taken, "--lang", "en")
    assert result.returncode == 0
    assert result.stderr.decode() == (
        f"{paths[1]}: differs in horizon_months as well; only special settings are merged.\n"
    )
    answer = json.loads(result.stdout)
    assert answer["other_settings"] == {str(paths[1]): ["horizon_months"]}
    assert [one["unit"] for one in answer["units"]] == ["OPD-26", "OPD-27"]
    assert [(p["files"], p["target_share"], p["taken"]) for p in answer["units"][0]["proposals"]] == [
        ([str(paths[0])], 1.0, True),
        ([str(paths[1])], 0.5, False),
    ]
    made = load_file(out)
    assert made.overrides == (ALL, LATER) and made.name == "Gabungan semua"
    again = simulator("merge", *paths, "--out", out, *taken)
    assert again.returncode == 2 and b"nama berkas ini sudah dipakai" in again.stderr
    assert load_file(out) == made


def test_a_conflict_names_unit_values_and_files_and_writes_nothing(tmp_path):
    a, b = written(tmp_path, back("a.json", ALL), back("b.json", HALF))
    result = simulator("merge", a, b, "--out", tmp_path / "out.json")
    assert (result.returncode, result.stdout) == (2, b"") and not (tmp_path / "out.json").exists()
    assert result.stderr.decode() == (
        f"overrides.OPD-26: usulan berbeda untuk unit ini: {a}: target_share 1.0, join_month 2025-11; "
        f"{b}: target_share 0.5. Pilih dengan --take UNIT=BERKAS.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("a.json", "a.json"), "tertulis dua kali"),
        (("a.json", "none.json"), "none.json: berkas tidak ada"),
        (("a.json", "--take", "OPD-26"), "bukan UNIT=BERKAS"),
        (("a.json", "--take", "OPD-26=b.json"), "bukan UNIT=BERKAS"),
        (("a.json", "--take", "OPD-27=a.json"), "tidak mengusulkan apa pun"),
    ],
)
def test_what_cannot_be_merged_is_reported_in_a_line(tmp_path, monkeypatch, arguments, expected):
    written(tmp_path, back("a.json", ALL))
    monkeypatch.chdir(tmp_path)
    result = simulator("merge", *arguments, "--out", "out.json")
    lines = result.stderr.decode().splitlines()
    assert result.returncode == 2 and len(lines) == 1 and expected in lines[0]
    assert not (tmp_path / "out.json").exists()


# ---- on screen


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_calls_a_changed_range_by_its_name(own_folder, monkeypatch, lang):
    path = "retention.lapse_share_per_month"
    ranges = tuple(one for one in SENT.uncertainty.ranges if one.setting != path)
    changed = back("a.json", LATER, uncertainty=SENT.uncertainty.model_copy(update={"ranges": ranges}))
    file = KeptFile("a.json", scenario_bytes(changed.scenario))
    monkeypatch.setattr(returned, "files_field", lambda *_, **__: [file])
    at = opened_app(page_wanted="scenarios", merge=True, lang=lang)
    assert not at.exception, at.exception[0].stack_trace
    assert any(as_text(range_name(path, lang)) in text.value for text in at.caption)


# ---- returned in other formats


def html(state, before=""):
    text = scenario_bytes(state).decode().replace("<", "\\u003c")
    script = f'<script type="application/json" id="{STATE_ID}">{text}</script>'
    return f"<!doctype html><html><body>{before}{script}</body></html>".encode()


def link(content):
    packing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packing.compress(content) + packing.flush()
    return f"file:///D:/simulasi.html{FRAGMENT}{base64.urlsafe_b64encode(packed).decode().rstrip('=')}"


def test_an_html_file_and_a_link_hold_the_scenario_as_a_file_does():
    state = SENT.model_copy(update={"description": "</script><b>&", "overrides": (ALL,)})
    assert read_returned(html(state), "a.html") == state
    assert read_scenario(content_of_link(link(scenario_bytes(state)), "x"), "x") == state
    assert read_returned(link(scenario_bytes(state)).encode(), "a.txt") == state
    assert read_returned(b"\xef\xbb\xbf" + scenario_bytes(state), "a.json") == state


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<!doctype html><p>nothing</p>", "not_a_state"),
        (html(SENT, before=f'<script type="application/json" id="{STATE_ID}">{{}}</script>'), "not_a_state"),
        (b"<" + b" " * MAX_HTML_BYTES, "too_large"),
        (b"file:///a.html#s=", "not_a_state"),
        (b"file:///a.html#s=%%%", "not_a_state"),
        (b"file:///a.html#s=AAAA", "not_a_state"),
        (link(scenario_bytes(SENT))[:-40].encode(), "not_a_state"),
        (link(b" " * (MAX_BYTES + 5)).encode(), "too_large"),
        (link(b"[]").encode(), "wrong_type"),
    ],
)
def test_what_holds_no_scenario_is_refused(data, code):
    with pytest.raises(UserError) as refused:
        read_returned(data, "x")
    assert [p.code for p in refused.value.problems] == [code]
