"""The logic of the meeting mode: its content, the last change, and that no work is lost between the scenarios of the list."""

import json
import re
from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import examples

from simulator.errors import UserError
from simulator.model.actuals import TOTAL, Actuals, Record
from simulator.model.metrics import target_workers
from simulator.model.months import month_number
from simulator.model.projection import project
from simulator.model.scenario import LEVERS, SETTINGS, with_value, with_values
from simulator.planning.rounding import whole
from simulator.report.charts.enrolment import enrolment, meeting
from simulator.report.charts.theme import BEFORE_LOOK
from simulator.report.sentences import meeting as report
from simulator.store import draft_store, meeting_store, trash
from simulator.store import scenario_store as store
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.draft_store import find_draft, followed, keep_draft, opened
from simulator.store.meeting_store import Meeting, Slot, find_meeting, keep_meeting, not_found, taken_up
from simulator.store.scenario_store import list_scenarios
from simulator.ui.chart import enlarged, over_months
from simulator.words.numbers import shown as number_text
from tests.explaining import context_of

PROGRAMME = read_programme()
SCENARIOS = {entry.stem: entry.scenario for entry in list_scenarios() if entry.scenario}
OPD, LAPSE = "participation.opd.target_share", "retention.lapse_share_per_month"
TODAY = 2026 * 12 + 10
TOKEN = "0123456789abcdef"
START = SCENARIOS["komitmen-september"]


def projected(scenario):
    return project(scenario, read_baseline_named(scenario.baseline), PROGRAMME)


class Shown(NamedTuple):
    finding: str
    number: str
    caption: str
    difference: str
    since: str


def month_of(p, wanted=None, today=TODAY):
    """The month discussed, as an offset; `wanted` is a month in words."""
    number = None if wanted is None else month_number(wanted)
    return report.discussed_month(context_of(p, today=today), number)


def shown(p, before=None, lang="id", wanted=None, today=TODAY):
    c, earlier = (context_of(of, today=today) if of else None for of in (p, before))
    scene = report.scene(c, earlier, month_of(p, wanted, today), lang)
    return Shown(
        str(scene.finding),
        number_text(scene.number, lang),
        str(scene.caption),
        number_text(scene.difference, lang) if scene.difference else "",
        str(scene.since or ""),
    )


def chart_of(p, before=None, wanted=None):
    return meeting(context_of(p, today=TODAY), before, month_of(p, wanted), "id")


def figure(p, before=None, top=5000.0):
    return enlarged.figure(chart_of(p, before), "id", top)


# ---- content


CHANGED = with_value(START, OPD, 0.701)
SCENES = {
    "the last month where the target's is past": (
        "id",
        None,
        "Bulan target, September 2025, sudah lewat. Pada Agustus 2027 cukup untuk 20 %.",
        ("2.069", "peserta pada Agustus 2027 menurut proyeksi", "+813", "dibanding sebelum perubahan"),
    ),
    "the same in English": (
        "en",
        None,
        "The target month, September 2025, is past. In August 2027 there are enough for 20 %.",
        ("2,069", "enrolled in August 2027 as projected", "+813", "compared with before the change"),
    ),
    "the target's own month, past": (
        "id",
        "2025-09",
        "Target 20 % akhir September 2025 (sudah lewat) tidak tercapai menurut skenario ini: "
        "kurang 745 pekerja. Baru tercapai Agustus 2026 (sudah lewat).",
        (
            "1.324",
            "peserta pada September 2025 (sudah lewat) menurut proyeksi",
            "+68",
            "dibanding sebelum perubahan",
        ),
    ),
    "a month between": (
        "id",
        "2026-12",
        "Bulan target, September 2025, sudah lewat. Pada Desember 2026 cukup untuk 20 %.",
        ("2.069", "peserta pada Desember 2026 menurut proyeksi", "+813", "dibanding sebelum perubahan"),
    ),
}


@pytest.mark.parametrize(("lang", "wanted", "finding", "rest"), SCENES.values(), ids=SCENES)
def test_a_scene_of_a_worked_change_speaks_of_one_month(lang, wanted, finding, rest):
    """The overview's own answer: a floor of 70.1 % of OPD meets the target in August 2026.

    The commitments alone bring 1,256.
    """
    scene = shown(projected(CHANGED), projected(START), lang, wanted)
    assert [words.replace("\xa0", " ") for words in scene] == [finding, *rest]


def test_a_month_with_actuals_is_described_as_recorded():
    """In August 2026 the scenario has 2,069; 1,452 were recorded, 617 short of 2,069."""
    p = projected(CHANGED)
    log = Actuals([Record("2026-09-01T08:00:00", "Ani", "log.xlsx", "2026-08", TOTAL, {"enrolled": 1452})])
    c = context_of(p, today=TODAY, actuals=log)
    scene = report.scene(c, None, month_of(p, "2026-08"), "id")
    assert (
        str(scene.finding)
        .replace("\xa0", " ")
        .endswith("Menurut realisasi Agustus 2026 kurang 617 pekerja untuk 20 %.")
    )
    assert str(scene.caption).endswith("menurut proyeksi; realisasi 1.452")


def test_the_target_s_month_is_discussed_while_it_is_to_come():
    p = projected(SCENARIOS["dua-puluh-persen-2026"])  # December 2026
    assert month_of(p, today=TODAY) == month_number("2026-12") - p.baseline.month
    assert month_of(p, today=month_number("2027-01")) == 24
    assert month_of(p, "2030-01") == 24 and month_of(p, "2020-01") == 0  # the nearest projected


@examples(40)
@given(st.sampled_from(sorted(SCENARIOS)), st.integers(0, 200), st.floats(0, 1))
def test_finding_number_and_mark_are_of_one_month(stem, months, share):
    """The gap of a month is the target with the ASN of that month less the number shown for it."""
    p = projected(with_value(SCENARIOS[stem], OPD, share))
    month = months % len(p.months)
    c = context_of(p, today=TODAY)
    scene = report.scene(c, None, month, "id")
    assert scene.number.value == whole(p.enrolled[month])
    marked = meeting(c, None, month, "id").series[-1]
    assert [point.month for point in marked.points] == [int(p.months[month])]
    short = whole(target_workers(p)[month]) - scene.number.value
    texts = [q for q in scene.finding.quantities if q.origin.key == "gap"]
    assert [q.value for q in texts] == [short] * (short > 0)


def test_the_sentence_says_met_lost_again_and_outside():
    lapsing = SCENARIOS["banyak-yang-berhenti"]
    scenarios = {
        "met": SCENARIOS["dua-puluh-persen-2026"],
        "lost": with_values(
            lapsing, {OPD: 1.0, "participation.opd.ramp_months": 1, "target.month": "2026-01"}
        ),
        "beyond": with_value(START, "target.month", "2030-01"),
        "before": with_value(START, "target.month", "2025-01"),
    }
    of_2025 = month_number("2025-10")  # when all of them are still to come
    texts = {
        name: shown(projected(scenario), None, "en", today=of_2025).finding.replace("\xa0", " ")
        for name, scenario in scenarios.items()
    }
    assert texts["met"] == "The target of 20 % at the end of December 2026 is met if everything goes to plan."
    assert (
        texts["lost"]
        == "The target of 20 % at the end of January 2026 is met if everything goes to plan. From March 2026 it falls below the target again."
    )
    assert (
        texts["beyond"]
        == "The target of 20 % at the end of January 2030 lies beyond the projection. In August 2027 it is 813 short of 20 %."
    )
    assert texts["before"].startswith(
        "The target of 20 % at the end of January 2025 (already past) lies before the data of August 2025."
    )


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("stem", SCENARIOS)
def test_no_more_than_four_numbers_are_shown_beside_the_chart(stem, lang):
    p = projected(SCENARIOS[stem])
    for before in (None, projected(with_value(SCENARIOS[stem], OPD, 0.9))):
        scene = shown(p, before, lang)
        words = re.sub(
            r"[A-Z]\w+\s20\d\d",
            "",
            " ".join((scene.finding, scene.number, scene.caption, scene.difference, scene.since)),
        )  # months are not figures
        assert 2 <= len(re.findall(r"\d[\d.,]*", words)) <= 4, words


def test_an_unchanged_number_is_called_so():
    p = projected(START)
    assert (shown(p, p).difference, shown(p, p).since) == ("", "jumlah ini sama dengan sebelum perubahan")
    assert shown(p).since == ""
    with_target = projected(with_value(START, "target.coverage_share", 0.3))
    assert shown(with_target, p).since == "peserta tetap; kekurangannya berubah"


def test_every_text_of_the_chart_has_twenty_px_or_more_and_lies_apart_from_its_neighbours():
    assert len(SCENARIOS) >= 6
    for scenario in SCENARIOS.values():
        layout = figure(projected(scenario))["layout"]
        sizes = [note["font"]["size"] for note in layout["annotations"]] + [layout["font"]["size"]]
        sizes += [
            size
            for axis in (layout["xaxis"], layout["yaxis"])
            for size in (axis["tickfont"]["size"], axis["title"]["font"]["size"])
        ]
        assert len(sizes) > 5 and min(sizes) >= 20


def test_the_line_before_is_grey_dashed_and_beneath_the_projection_of_the_same_months():
    after, before = projected(with_value(START, OPD, 0.701)), projected(START)
    lines = figure(after, before)["data"]
    at = next(i for i, line in enumerate(lines) if line["y"] == before.enrolled.tolist())
    assert lines[at]["line"]["dash"] == "dash" and lines[at]["line"]["color"] == BEFORE_LOOK.colour
    assert (
        lines[at + 1]["y"] == after.enrolled.tolist()
        and lines[at + 1]["line"]["dash"] == "solid"
        and lines[at + 1]["x"] == lines[at]["x"]
    )
    assert len(figure(after)["data"]) == len(lines)  # so that lines move and none is removed


def test_enlarging_changes_the_pages_chart_in_nothing_but_its_size():
    p = projected(START)
    page = over_months.figure(enrolment(context_of(p, today=TODAY), "id"), "id", 200, 5000.0)
    big = enlarged.enlarged(page)
    assert [t["y"] for t in big["data"]] == [t["y"] for t in page["data"]]
    assert [n["text"] for n in big["layout"]["annotations"]] == [
        n["text"] for n in page["layout"]["annotations"]
    ]
    assert [n["yshift"] for n in big["layout"]["annotations"] if "yshift" in n] == pytest.approx(
        [n["yshift"] * enlarged.ENLARGED for n in page["layout"]["annotations"] if "yshift" in n]
    )
    assert big["layout"]["yaxis"]["range"] == page["layout"]["yaxis"]["range"] == [0, 5000.0]


# ---- frozen axes


@examples(40)
@given(st.sampled_from(sorted(SCENARIOS)), st.sampled_from(sorted(LEVERS)), st.floats(0, 1))
def test_no_place_of_the_lever_at_hand_leads_out_of_the_frozen_axis(stem, path, share):
    """The axis is fixed from both ends of the lever; every value in between stays inside."""
    scenario, declared = SCENARIOS[stem], SETTINGS[path]

    def at(value):
        return projected(with_value(scenario, path, round(value) if declared.kind == "int" else value))

    top = enlarged.axis_top([chart_of(projected(scenario))], [at(declared.low), at(declared.high)])
    assert at(declared.low + share * (declared.high - declared.low)).enrolled.max() <= top


def test_the_axis_holds_what_is_shown():
    p = projected(START)
    assert 2600 < 2069 * 1.3 < enlarged.axis_top([chart_of(p)], []) == 2700  # the next hundred


# ---- the last change


def moved(scenario, *changes):
    """The earlier scenarios, oldest first, and the present one."""
    steps = [scenario]
    for path, value in changes:
        steps.append(with_value(steps[-1], path, value))
    return steps[:-1], steps[-1]


def test_several_moves_of_one_lever_are_one_change():
    steps, now = moved(START, (LAPSE, 0.01), (OPD, 0.5), (OPD, 0.6), (OPD, 0.7))
    assert report.before_last_change(now, steps) == steps[1]
    steps, now = moved(START, (OPD, 0.5), (LAPSE, 0.01))
    assert report.before_last_change(now, steps) == steps[1]


def test_nothing_changed_is_no_change():
    assert report.before_last_change(START, []) is None
    steps, now = moved(START, (OPD, 0.5), (OPD, START.participation.opd.target_share))
    assert report.before_last_change(now, steps) is None


def test_only_changes_of_the_meeting_count_also_after_going_back_behind_its_beginning():
    draft = opened("komitmen-september")
    draft = draft.changed(with_value(draft.scenario, OPD, 0.5))
    begun = draft.scenario
    assert Slot(draft, begun).steps == ()
    changed = draft.changed(with_value(begun, OPD, 0.6))
    assert Slot(changed, begun).steps == (begun,)
    assert Slot(changed.undone().undone(), begun).steps == ()


def test_projections_over_other_months_or_data_are_not_drawn_beneath():
    p = projected(START)
    assert report.comparable(p, projected(with_value(START, OPD, 0.5)))
    assert not report.comparable(p, projected(with_value(START, "horizon_months", 12)))
    assert not report.comparable(p, projected(SCENARIOS["contoh"]))


# ---- the list


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(draft_store, "DRAFTS", tmp_path / "drafts")


def meeting_of(*stems, at=0):
    drafts = [opened(stem) for stem in stems]
    return Meeting(tuple(Slot(draft, draft.scenario) for draft in drafts), at)


def changed(draft, value=0.5):
    return draft.changed(with_value(draft.scenario, OPD, value))


def stems(meeting):
    return [slot.draft.stem for slot in meeting.slots]


THREE = ("komitmen-september", "tren-19-per-bulan", "tren-123-per-bulan")


def test_stepping_ends_at_both_ends_and_keeps_what_was_changed():
    meeting = meeting_of(*THREE)
    meeting = meeting.with_draft(changed(meeting.here.draft)).stepped(1).stepped(5)
    assert meeting.at == 2 and meeting.stepped(-9).at == 0
    assert meeting.stepped(-2).here.draft.scenario.participation.opd.target_share == 0.5
    assert meeting.to_save == (0,)


def test_a_changed_meeting_comes_back_from_disk_with_its_order_and_unsaved_work():
    meeting = meeting_of(*THREE)
    meeting = meeting.with_draft(changed(meeting.here.draft)).stepped(1)
    meeting = meeting.with_draft(changed(meeting.here.draft, 0.7))
    keep_meeting(TOKEN, meeting)
    keep_draft(TOKEN, meeting.here.draft)
    work = find_draft(TOKEN)
    back = taken_up(find_meeting(TOKEN), work, work.saved)
    assert back.at == 1 and [s.draft for s in back.slots] == [s.draft for s in meeting.slots]
    assert back.to_save == (0, 1) and back.here.steps == (work.saved,)


def test_the_month_chosen_is_kept_with_the_list():
    meeting = replace(meeting_of("komitmen-september", "contoh", at=1), month=month_number("2026-12"))
    assert meeting.stepped(-1).month == meeting.with_draft(changed(meeting.here.draft)).month == meeting.month
    keep_meeting(TOKEN, meeting)
    assert (
        taken_up(find_meeting(TOKEN), meeting.here.draft, meeting.here.draft.scenario).month == meeting.month
    )


def test_work_with_the_meeting_left_and_another_file_opened_comes_in_front_and_displaces_nothing():
    meeting = meeting_of(*THREE, at=1)
    meeting = meeting.with_draft(changed(meeting.here.draft)).stepped(1)
    other = opened("semua-100-persen")
    back = taken_up(meeting.kept, other, other.scenario)
    assert stems(back) == ["semua-100-persen", *THREE] and back.at == 0
    assert back.slots[2].draft.unsaved


def test_work_on_a_file_of_the_list_takes_its_place_but_never_that_of_unsaved_work():
    meeting = meeting_of(*THREE)
    work = changed(opened(THREE[2]))
    assert taken_up(meeting.kept, work, work.scenario).at == 2
    parked = meeting.with_draft(changed(meeting.here.draft)).stepped(1)
    again = opened(THREE[0])
    back = taken_up(parked.kept, again, again.scenario)
    assert stems(back) == [THREE[0], *THREE] and [s.draft.unsaved for s in back.slots] == [
        False,
        True,
        False,
        False,
    ]


def test_work_as_it_came_into_the_meeting_is_not_asked_about_again():
    work = changed(opened(THREE[0]))
    meeting = taken_up((), work, work.scenario)
    assert meeting.to_save == ()
    assert meeting.with_draft(changed(work, 0.9)).to_save == (0,)


@pytest.fixture
def folder(tmp_path):
    """Scenario files of a list: one agreed, two others."""
    for stem, status in zip(THREE, ("agreed", "draft", "draft")):
        store.save(SCENARIOS[stem].model_copy(update={"status": status}), stem, None, tmp_path)
    return tmp_path


def one_rakor_in(folder, at=0):
    drafts = [opened(stem, folder) for stem in THREE]
    return Meeting(tuple(Slot(draft, draft.scenario) for draft in drafts), at)


def names(meeting):
    return [(slot.draft.scenario.name, slot.draft.scenario.status) for slot in meeting.slots]


AGREED, COPY, SECOND, THIRD = (
    ("Komitmen September", "agreed"),
    ("Komitmen September (2)", "draft"),
    ("Tren 19 per bulan", "draft"),
    ("Tren 123 per bulan", "draft"),
)


def test_a_lever_moved_on_an_agreed_scenario_makes_a_copy_directly_after_it_and_undo_leads_back(folder):
    meeting = one_rakor_in(folder)
    agreed = meeting.here.draft.scenario
    moved_on = meeting.with_draft(changed(meeting.here.draft))
    assert names(moved_on) == [AGREED, COPY, SECOND, THIRD] and moved_on.at == 1
    assert moved_on.to_save == (1,) and moved_on.here.draft.scenario.parent == agreed.name
    assert report.before_last_change(moved_on.here.draft.scenario, moved_on.here.steps) == agreed
    further = moved_on.with_draft(changed(moved_on.here.draft, 0.6))
    assert names(further) == names(moved_on) and further.at == 1
    back = further.with_draft(further.here.draft.undone().undone())
    assert names(back) == [AGREED, SECOND, THIRD] and back.at == 0 and back.to_save == ()
    assert names(back.with_draft(back.here.draft.redone())) == names(moved_on)
    assert moved_on.stepped(-1).here.draft == meeting.here.draft


@pytest.mark.parametrize(
    "kept_then", ["before the lever was moved", "with the copy at hand", "with the agreed one at hand"]
)
def test_the_agreed_scenario_and_its_copy_are_both_there_after_a_refresh(folder, kept_then):
    begun = one_rakor_in(folder)
    meeting = begun.with_draft(changed(begun.here.draft))
    if kept_then == "with the agreed one at hand":
        meeting = meeting.stepped(-1)
    keep_meeting(TOKEN, begun if kept_then == "before the lever was moved" else meeting)
    keep_draft(TOKEN, meeting.here.draft)
    work = find_draft(TOKEN)
    back = taken_up(find_meeting(TOKEN), work, work.saved, folder)
    assert (
        names(back) == [AGREED, COPY, SECOND, THIRD]
        and back.at == meeting.at
        and back.here.draft == meeting.here.draft
    )


def test_the_way_back_to_the_agreed_scenario_is_one_place_also_after_a_refresh(folder):
    begun = one_rakor_in(folder)
    meeting = begun.with_draft(changed(begun.here.draft))
    undone = meeting.here.draft.undone()
    back = taken_up(meeting.kept, undone, undone.saved, folder)
    assert names(back) == [AGREED, SECOND, THIRD] and back.at == 0 and back.here.draft.redo


def test_a_copy_saved_outside_the_meeting_keeps_its_place(folder):
    begun = one_rakor_in(folder)
    meeting = begun.with_draft(changed(begun.here.draft))
    store.save(meeting.here.draft.scenario, "salinan", None, folder)
    work = opened("salinan", folder)
    assert names(taken_up(meeting.kept, work, work.scenario, folder)) == [AGREED, COPY, SECOND, THIRD]


def renamed(stem, name, folder):
    before = store.load(stem, folder)
    store.save(before.scenario.model_copy(update={"name": name}), stem, before.version, folder)


def test_a_renamed_scenario_of_the_list_comes_under_its_new_name_with_its_changes(folder):
    meeting = one_rakor_in(folder, at=1)
    meeting = meeting.with_draft(changed(meeting.here.draft)).stepped(-1)
    keep_meeting(TOKEN, meeting)
    for stem in THREE[1:]:
        renamed(stem, f"{store.load(stem, folder).scenario.name} baru", folder)
    kept = find_meeting(TOKEN)
    back = taken_up(kept, meeting.here.draft, meeting.here.begun, folder)
    assert [name for name, _ in names(back)] == [
        "Komitmen September",
        "Tren 19 per bulan baru",
        "Tren 123 per bulan baru",
    ] and not_found(kept, folder) == []
    assert back.to_save == (1,) and back.slots[1].draft.scenario.participation.opd.target_share == 0.5
    assert store.entry(back.slots[1].draft.stem, folder).version == back.slots[1].draft.version


def test_work_at_hand_that_was_renamed_stays_in_its_place(folder):
    meeting = one_rakor_in(folder, at=1)
    keep_meeting(TOKEN, meeting)
    renamed(THREE[1], "Baru", folder)
    work = followed(meeting.here.draft, folder)
    back = taken_up(find_meeting(TOKEN), work, work.scenario, folder)
    assert (
        [name for name, _ in names(back)] == ["Komitmen September", "Baru", "Tren 123 per bulan"]
        and back.at == 1
        and back.to_save == ()
    )


def test_deleted_and_broken_scenarios_of_the_list_are_named_and_unsaved_work_in_them_stays(folder):
    meeting = one_rakor_in(folder, at=1)
    meeting = meeting.with_draft(changed(meeting.here.draft)).stepped(-1)
    keep_meeting(TOKEN, meeting)
    trash.delete(store.entry(THREE[1], folder), folder)
    (folder / f"{THREE[2]}.json").write_bytes(b"{")
    kept = find_meeting(TOKEN)
    assert not_found(kept, folder) == ["Tren 19 per bulan", "Tren 123 per bulan"]
    back = taken_up(kept, meeting.here.draft, meeting.here.begun, folder)
    assert names(back) == [AGREED, SECOND] and back.to_save == (1,) and back.slots[1].draft.stem is None
    assert not_found(back.kept, folder) == []  # reported once


def test_a_list_kept_by_an_earlier_program_is_read(folder):
    keep_meeting(TOKEN, one_rakor_in(folder))
    path = meeting_store._path(TOKEN)
    old = [
        {name: place[name] for name in ("stem", "draft", "here")} for place in json.loads(path.read_bytes())
    ]
    path.write_text(json.dumps([*old, {"stem": "tak-ada", "draft": None, "here": False}]))
    assert [place.stem for place in find_meeting(TOKEN)] == [*THREE, "tak-ada"] and not_found(
        find_meeting(TOKEN), folder
    ) == ["tak-ada"]


def test_choosing_puts_in_order_and_keeps_unsaved_work_that_was_not_chosen():
    meeting = meeting_of(*THREE)
    meeting = meeting.with_draft(changed(meeting.here.draft)).stepped(1)
    chosen = meeting.chosen(["semua-100-persen", 2, 1])
    assert stems(chosen) == ["semua-100-persen", THREE[2], THREE[1], THREE[0]] and chosen.at == 2
    assert meeting.chosen([2, "no-such-file"]).slots[0] is meeting.slots[2]
    assert meeting_of(*THREE).chosen([]).slots == meeting_of(*THREE).slots


def test_a_list_cut_short_on_disk_is_reported():
    keep_meeting(TOKEN, meeting_of(*THREE))
    path = meeting_store._path(TOKEN)
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(UserError) as error:
        find_meeting(TOKEN)
    assert error.value.problems[0].code == "unreadable_draft"
    assert find_meeting("f" * 16) == ()
