"""Scenario files are read strictly, saved without loss, and never leave their folder (docs/model.md, section 2)."""

import copy
import json
import os
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kills import left_by_kills
from regency import GOLDEN
from strategies import examples

from simulator.errors import UserError
from simulator.model.beside_settings import Decision
from simulator.model.scenario import OVERRIDE_SETTINGS, SCHEMA_VERSION, SETTINGS, Scenario, with_value
from simulator.store import scenario_store as store
from simulator.store import trash
from simulator.store.places import SCENARIOS
from simulator.store.strict_json import MAX_BYTES, MAX_DEPTH
from simulator.words import LANGUAGES
from simulator.words.errors import problem_text

SHIPPED = [SCENARIOS / path.name for path in sorted((GOLDEN / "v1").glob("*.json"))]
OLD = store.load_file(
    GOLDEN / "reference" / "unit-plan.json"
)  # of version 1; tests/test_upgrades.py reads such files
SCENARIO = OLD.model_copy(
    update={
        "status": "proposed",
        "parent": "Komitmen September",
        "decisions": (
            Decision(
                question="Cukupkah 70 %?",
                expectation="Ya, akhir 2026",
                finding="Kurang 12",
                decision="Naikkan ke 72 %",
                owner="Sekda",
                date="2026-11-22",
            ),
        ),
    }
)
VALID = store.scenario_bytes(SCENARIO)
CONTENT = json.loads(VALID)


def problems_of(data):
    """The problems of a file by path; each has a text in both languages that begins with the place."""
    if not isinstance(data, bytes):
        data = json.dumps(data).encode()
    with pytest.raises(UserError) as refused:
        store.read_scenario(data, "x.json")
    for problem in refused.value.problems:
        for lang in LANGUAGES:
            shown = problem_text(problem, lang)
            shown.encode()  # can be displayed and printed
            assert "\n" not in shown and len(shown) < 2000
            if not problem.where.isprintable():
                continue
            assert shown.startswith(problem.where[:50])
    return {problem.where: problem for problem in refused.value.problems}


def problem_words(problem, lang="en"):
    return problem_text(problem, lang)


def changed(path, value):
    """The content of the valid file with one value replaced; the path is written as in messages."""
    content = copy.deepcopy(CONTENT)
    *parents, last = re.findall(r"[^.\[\]]+", path)
    place = content
    for name in parents:
        place = place[int(name) if name.isdigit() else name]
    place[int(last) if last.isdigit() else last] = value
    return content


def paths(content, prefix=""):
    """Every path of a file's content, parents first."""
    pairs = (
        content.items()
        if isinstance(content, dict)
        else enumerate(content)
        if isinstance(content, list)
        else ()
    )
    for key, value in pairs:
        path = f"{prefix}[{key}]" if isinstance(key, int) else f"{prefix}.{key}" if prefix else key
        yield path
        yield from paths(value, path)


# Reading


@pytest.mark.parametrize("path", [*SHIPPED, None], ids=lambda p: p.stem if p else "with decisions")
def test_a_file_comes_back_byte_for_byte(path, tmp_path):
    data = path.read_bytes() if path else VALID
    scenario = store.read_scenario(data, "x.json")
    assert store.scenario_bytes(scenario) == data
    store.save(scenario, "x", None, tmp_path)
    assert (tmp_path / "x.json").read_bytes() == data
    assert store.load("x", tmp_path).scenario == scenario


def test_there_are_shipped_files_to_read():
    assert len(SHIPPED) == 8


def test_keys_are_read_in_any_order():
    def backwards(value):
        return {k: backwards(value[k]) for k in reversed(value)} if isinstance(value, dict) else value

    assert store.read_scenario(json.dumps(backwards(CONTENT)).encode(), "x.json") == SCENARIO


def test_a_file_cut_off_at_any_byte_is_refused():
    end = VALID.rindex(b"}")
    for length in range(end + 1):
        with pytest.raises(UserError):
            store.read_scenario(VALID[:length], "x.json")
    assert store.read_scenario(VALID[: end + 1], "x.json") == SCENARIO


def test_a_file_that_is_no_json_says_in_which_line():
    found = problems_of(VALID.replace(b'"author": "",', b'"author": "" '))
    assert found["x.json"].code == "not_json"
    assert problem_words(found["x.json"]).startswith("x.json: line 6, column")
    assert problem_words(found["x.json"], "id").startswith("x.json: baris 6, kolom")


@pytest.mark.parametrize("content", [[], "text", 3, None, True], ids=str)
def test_a_file_that_is_no_object_is_refused(content):
    assert problems_of(content)["x.json"].code == "wrong_type"


def test_a_megabyte_is_read_and_a_byte_more_is_not():
    assert store.read_scenario(VALID.ljust(MAX_BYTES), "x.json") == SCENARIO
    found = problems_of(VALID.ljust(MAX_BYTES + 1))["x.json"]
    assert (
        problem_words(found) == "x.json: the file has 1,000,001 bytes. At most 1,000,000 bytes are allowed."
    )
    assert problem_words(found, "id") == "x.json: ukuran berkas 1.000.001 byte. Paling besar 1.000.000 byte."


def test_a_large_file_is_refused_without_being_read(tmp_path):
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(UserError) as refused:
        store.load_file(path)
    assert refused.value.problems[0].code == "too_large"


@pytest.mark.parametrize(
    "data",
    [b"[" * 400_000, b'{"a":' * 100_000, b"[" * 200_000 + b"]" * 200_000],
    ids=["open", "objects", "closed"],
)
def test_a_deeply_nested_file_is_refused(data):
    assert problems_of(data)["x.json"].code == "too_deep"


def test_brackets_in_a_text_are_not_depth():
    described = changed("description", "[" * 3000 + '\\"' + "{" * 900)
    assert store.read_scenario(json.dumps(described).encode(), "x.json").description.startswith("[[")
    assert MAX_DEPTH >= 4  # what a scenario needs


def test_a_key_written_twice_is_refused_with_its_path():
    found = problems_of(
        VALID.replace(b'"include_jht":', b'"include_jht": false, "include_jht":').replace(
            b'"name"', b'"author": "", "name"'
        )
    )
    assert {where: p.code for where, p in found.items()} == {
        "contribution.include_jht": "duplicate_key",
        "author": "duplicate_key",
    }
    assert problem_words(found["author"]) == "author: the key 'author' is written twice. Write it once."


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e400", "-1e400", "1" + "0" * 400, "9" * 5000]
)
@pytest.mark.parametrize("key", ["realised_share", "income_base_idr", "horizon_months", "draws"])
def test_what_is_no_finite_number_is_refused_with_its_path(number, key):
    data = re.sub(rf'("{key}"): [^,\n]+', rf"\1: {number}", VALID.decode(), count=1).encode()
    assert data != VALID
    ((where, problem),) = problems_of(data).items()
    assert where.endswith(key) and problem.code in ("not_a_number", "wrong_type", "out_of_bounds")


def test_a_number_typed_with_many_digits_is_read():
    data = VALID.replace(
        b'"realised_share": ' + str(CONTENT["delivery"]["realised_share"]).encode(),
        b'"realised_share": 0.' + b"5" * 3000,
    )
    assert store.read_scenario(data, "x.json").delivery.realised_share == pytest.approx(5 / 9)


NUMBERS = [path for path, d in SETTINGS.items() if d.kind in ("int", "float")]


@pytest.mark.parametrize("path", NUMBERS)
def test_a_number_is_a_number_and_nothing_else(path):
    for value in (True, False, "1", "", [], [1], {}, {"value": 1}):
        found = problems_of(changed(path, value))
        assert set(found) == {path} and found[path].code == "wrong_type", value
        assert "number" in problem_words(found[path]) and "bilangan" in problem_words(found[path], "id")
    if not SETTINGS[path].nullable:
        assert set(problems_of(changed(path, None))) == {path}
    if SETTINGS[path].kind == "int":
        assert set(problems_of(changed(path, SETTINGS[path].low + 0.5))) == {path}


@pytest.mark.parametrize("path", NUMBERS)
def test_both_bounds_are_allowed_and_beyond_them_both_are_named(path):
    low, high = SETTINGS[path].low, SETTINGS[path].high
    step = 1 if SETTINGS[path].kind == "int" else max(1e-9, high * 1e-12)
    for allowed in (low, high):
        assert store.read_scenario(json.dumps(changed(path, allowed)).encode(), "x.json")
    for refused in (low - step, high + step):
        found = problems_of(changed(path, refused))
        assert set(found) == {path} and found[path].code == "out_of_bounds"
        assert found[path].values == {"low": low, "high": high}
        assert f"Isi {low:.0f} sampai" in problem_words(
            found[path], "id"
        ) or f"Isi {low} sampai" in problem_words(found[path], "id")


@pytest.mark.parametrize(
    "path, value, code",
    [
        ("contribution.include_jht", 0, "wrong_type"),
        ("contribution.relief_applies", "true", "wrong_type"),
        ("contribution.relief_applies", None, "wrong_type"),
        ("participation.opd.curve", "cubic", "not_one_of"),
        ("participation.opd.curve", 3, "not_one_of"),
        ("participation.opd.curve", None, "not_one_of"),
        ("target.month", "2026-13", "bad_month"),
        ("target.month", "2026-1", "bad_month"),
        ("target.month", "1999-12", "bad_month"),
        ("target.month", "2101-01", "bad_month"),
        ("target.month", "2026-01\n", "bad_month"),
        ("target.month", "٢٠٢٦-٠١", "bad_month"),
        ("target.month", 202601, "wrong_type"),
        ("target.month", None, "wrong_type"),
        ("monev.first_month", "never", "bad_month"),
        ("overrides[0].join_month", "soon", "bad_month"),
        ("overrides[0].unit", 26, "wrong_type"),
        ("overrides[0].unit", "", "too_short"),
        ("overrides[0].target_share", 1.01, "out_of_bounds"),
        ("overrides[0].target_share", True, "wrong_type"),
        ("overrides[0]", None, "wrong_type"),
        ("overrides", {}, "wrong_type"),
        ("overrides", None, "wrong_type"),
        ("target", None, "wrong_type"),
        ("target", [], "wrong_type"),
        ("schema_version", SCHEMA_VERSION + 1, "newer_version"),
        ("schema_version", 2.0, "not_one_of"),
        ("schema_version", None, "not_one_of"),
        ("schema_version", 0, "not_one_of"),
        ("schema_version", "2", "not_one_of"),
        ("schema_version", True, "not_one_of"),
        ("name", "", "too_short"),
        ("name", "x" * 121, "wrong_length"),
        ("name", None, "wrong_type"),
        ("name", 7, "wrong_type"),
        ("name", "   ", "not_one_name"),
        ("name", "\u200b ", "not_one_name"),
        ("name", "a\0b", "not_one_name"),
        ("name", "dua\nbaris", "not_one_name"),
        ("name", "\ud800", "wrong_type"),
        ("parent", "\t", "not_one_name"),
        ("author", "x" * 121, "wrong_length"),
        ("description", "x" * 4001, "wrong_length"),
        ("record", {}, None),
        ("record", 3, "wrong_type"),
        ("status", "final", "not_one_of"),
        ("status", None, "not_one_of"),
        ("status", True, "not_one_of"),
        ("parent", "", "too_short"),
        ("parent", "x" * 121, "wrong_length"),
        ("parent", 3, "wrong_type"),
        ("decisions", None, "wrong_type"),
        ("decisions", {}, "wrong_type"),
        ("decisions", [CONTENT["decisions"][0]] * 101, "too_many"),
        ("decisions[0]", "text", "wrong_type"),
        ("decisions[0].question", "", "too_short"),
        ("decisions[0].question", "x" * 2001, "wrong_length"),
        ("decisions[0].finding", None, "wrong_type"),
        ("decisions[0].owner", "x" * 121, "wrong_length"),
        ("decisions[0].date", "2026-02-29", "bad_day"),
        ("decisions[0].date", "2026-11-22T00:00", "bad_day"),
        ("decisions[0].date", "2026-11-2\n", "bad_day"),
        ("decisions[0].date", "", "bad_day"),
        ("decisions[0].date", 20261122, "wrong_type"),
    ],
)
def test_a_wrong_value_is_reported_with_its_path(path, value, code):
    found = problems_of(changed(path, value))
    if code is not None:
        assert {where: p.code for where, p in found.items()} == {path: code}
    else:
        assert found and all(where.startswith(path) for where in found)


def test_what_a_message_says_in_both_languages():
    found = problems_of(changed("participation.opd.curve", "cubic"))["participation.opd.curve"]
    assert (
        problem_words(found)
        == "participation.opd.curve: 'cubic' is not known. Choose from: 'linear', 's-curve', 'front-loaded', 'step'."
    )
    assert (
        problem_words(found, "id")
        == "participation.opd.curve: 'cubic' tidak dikenal. Pilihan: 'linear', 's-curve', 'front-loaded', 'step'."
    )
    found = problems_of(changed("retention.lapse_share_per_month", 5))["retention.lapse_share_per_month"]
    assert problem_words(found) == "retention.lapse_share_per_month: 5 is out of bounds. Give 0 to 1."
    assert problem_words(found, "id") == "retention.lapse_share_per_month: 5 di luar batas. Isi 0 sampai 1."


@pytest.mark.parametrize(
    "name", ["Kendal: 20 % “pada” 2026", "x" * 120, "../x", "con", "名前", "a\u00a0b", "👩\u200d🌾"]
)
def test_a_name_may_be_any_line_of_1_to_120_characters(name):
    assert store.read_scenario(json.dumps(changed("name", name)).encode(), "x.json").name == name


def test_every_missing_key_is_reported_with_its_path():
    keys = [path for path in paths(CONTENT) if not path.endswith("]") and path != "record"]
    assert len(keys) > 50
    for path in keys:
        content = copy.deepcopy(CONTENT)
        *parents, last = re.findall(r"[^.\[\]]+", path)
        place = content
        for name in parents:
            place = place[int(name) if name.isdigit() else name]
        del place[last]
        found = problems_of(content)
        assert {where: p.code for where, p in found.items()} == {path: "missing_key"}


def test_the_record_alone_may_be_absent():
    content = {k: v for k, v in CONTENT.items() if k != "record"}
    assert store.read_scenario(json.dumps(content).encode(), "x.json").record is None


def test_an_unknown_key_is_reported_at_every_level():
    places = [""] + [path for path in paths(CONTENT) if isinstance(_at(path), dict)]
    assert len(places) > 10
    for place in places:
        path = f"{place}.extra" if place else "extra"
        assert {where: p.code for where, p in problems_of(changed(path, 1)).items()} == {path: "unknown_key"}


def _at(path):
    place = CONTENT
    for name in re.findall(r"[^.\[\]]+", path):
        place = place[int(name) if name.isdigit() else name]
    return place


def test_units_must_be_known_to_the_baseline_and_named_once():
    found = problems_of(
        changed(
            "overrides",
            [
                {"unit": unit, "target_share": None, "workers_per_asn": None, "join_month": None}
                for unit in ("OPD-26", "OPD-99", "OPD-26", "../x")
            ],
        )
    )
    assert {where: p.code for where, p in found.items()} == {
        "overrides[1].unit": "unknown_unit",
        "overrides[2].unit": "duplicate_unit",
        "overrides[3].unit": "unknown_unit",
    }
    assert (
        problem_words(found["overrides[1].unit"])
        == "overrides[1].unit: unit 'OPD-99' is not in the data kendal-2025-08. Use a unit code of that data."
    )


@pytest.mark.parametrize(
    "name",
    [
        "kendal-2099",
        "../kendal-2025-08",
        "data/baselines/kendal-2025-08",
        "kendal-2025-08/",
        ".",
        "..",
        "/etc",
        "\0",
        "KENDAL-2025-08",
    ],
)
def test_a_baseline_is_one_of_the_names_there_are_and_never_a_path(name):
    found = problems_of(changed("baseline", name))
    assert {where: p.code for where, p in found.items()} == {"baseline": "unknown_baseline"}
    assert "kendal-2025-08-38" in problem_words(found["baseline"])


def test_every_problem_is_reported_at_once():
    content = changed("participation.opd.target_share", 1.2)
    content["target"]["month"] = "soon"
    content["monev"]["every_months"] = True
    content["risk"]["fatal_share"] = "a lot"
    content["overrides"] = [
        {"unit": "OPD-99", "target_share": None, "workers_per_asn": 11, "join_month": None}
    ]
    content["colour"] = "green"
    del content["delivery"]["pledge_share"]
    assert {where: p.code for where, p in problems_of(content).items()} == {
        "participation.opd.target_share": "out_of_bounds",
        "target.month": "bad_month",
        "monev.every_months": "wrong_type",
        "risk.fatal_share": "wrong_type",
        "overrides[0].unit": "unknown_unit",
        "overrides[0].workers_per_asn": "out_of_bounds",
        "colour": "unknown_key",
        "delivery.pledge_share": "missing_key",
    }


def test_a_byte_order_mark_is_read_and_other_encodings_are_refused():
    assert store.read_scenario(b"\xef\xbb\xbf" + VALID, "x.json") == SCENARIO
    for encoding in ("utf-16", "utf-32"):
        assert problems_of(VALID.decode().encode(encoding))
    assert problems_of(VALID.replace(b'"author": ""', b'"author": "\xe9"'))["x.json"].code == "not_utf8"


@pytest.mark.parametrize(
    "path",
    [
        "name",
        "description",
        "baseline",
        "overrides[0].unit",
        "target.month",
        "participation.opd.curve",
        "parent",
        "decisions[0].question",
        "decisions[0].owner",
    ],
)
def test_half_a_character_is_refused(path):
    ((where, _),) = problems_of(changed(path, "a\ud800b")).items()
    assert where == path


def test_half_a_character_as_a_key_is_refused():
    assert len(problems_of(changed("a\udfffb", 1))) == 1


@examples(300)
@given(st.data())
def test_a_file_with_any_value_in_any_place_is_read_or_refused_in_words(data):
    path = data.draw(st.sampled_from(sorted(paths(CONTENT))))
    anything = st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats()
        | st.text(st.characters(categories=None), max_size=8)
        | st.sampled_from(["2026-01", "never", "OPD-26", 10**400]),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
        max_leaves=5,
    )
    _read_or_refused(json.dumps(changed(path, data.draw(anything))).encode())


@examples(500)
@given(st.data())
def test_a_file_with_any_bytes_changed_is_read_or_refused_in_words(data):
    mutated = bytearray(VALID)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(mutated)))
        gone = data.draw(st.sampled_from([0, 0, 1, 1, 7, 200]))
        mutated[at : at + gone] = data.draw(
            st.binary(max_size=6)
            | st.sampled_from(
                [b"{", b"[", b'"', b"\\u", b"1e999", b"null,", b"-", b"\xff", b"NaN", b"\\ud800"]
            )
        )
    _read_or_refused(bytes(mutated))


def _read_or_refused(data):
    try:
        scenario = store.read_scenario(data, "x.json")
    except UserError as error:
        for problem in error.problems:
            for lang in LANGUAGES:
                problem_text(problem, lang).encode()
    else:
        assert store.read_scenario(store.scenario_bytes(scenario), "x.json") == scenario


# The folder


@pytest.fixture
def folder(tmp_path):
    for name in ("satu", "dua"):
        (tmp_path / f"{name}.json").write_bytes(VALID)
    return tmp_path


def refusal(call, *arguments):
    with pytest.raises(UserError) as refused:
        call(*arguments)
    return refused.value.problems[0].code


def test_the_list_goes_on_around_broken_files(folder):
    (folder / "rusak.json").write_bytes(VALID[:500])
    (folder / "kosong.json").write_bytes(b"")
    (folder / "besar.json").write_bytes(VALID.ljust(MAX_BYTES + 1))
    (folder / "map.json").mkdir()
    (folder / "salah.json").write_text(json.dumps(changed("horizon_months", 0)))
    (folder / ".tersembunyi.json").write_bytes(VALID)
    (folder / "bukan-skenario.txt").write_bytes(b"")
    found = {entry.stem: entry for entry in store.list_scenarios(folder)}
    assert {stem for stem, entry in found.items() if entry.scenario} == {"satu", "dua"}
    assert {stem: entry.problems[0].code for stem, entry in found.items() if not entry.scenario} == {
        "rusak": "not_json",
        "kosong": "not_json",
        "besar": "too_large",
        "map": "not_a_file",
        "salah": "out_of_bounds",
    }
    for entry in found.values():
        for problem in entry.problems:
            assert problem_text(problem, "id") and problem_text(problem, "en")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_the_list_does_not_wait_for_a_file_that_never_ends(folder):
    os.mkfifo(folder / "pipa.json")
    assert [e.problems[0].code for e in store.list_scenarios(folder) if e.stem == "pipa"] == ["not_a_file"]


def test_a_link_out_of_the_folder_is_refused(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "rahasia.json"
    outside.write_bytes(VALID)
    try:
        (folder / "tautan.json").symlink_to(outside)
    except OSError:
        pytest.skip("links are not allowed here")
    entry = next(e for e in store.list_scenarios(folder) if e.stem == "tautan")
    assert entry.scenario is None and entry.problems[0].code == "outside_folder"
    assert refusal(store.load, "tautan", folder) == "outside_folder"
    assert refusal(store.save, SCENARIO, "tautan", store.version_of(VALID), folder) == "outside_folder"
    assert refusal(trash.delete, entry, folder) == "outside_folder"
    assert outside.read_bytes() == VALID


@pytest.mark.parametrize(
    "stem", ["../luar", "..", ".", "", "sub/dalam", "/etc/passwd", ".tersembunyi", "a\0b", "satu/../../luar"]
)
def test_no_path_leaves_the_folder(folder, stem):
    (folder / trash.TRASH).mkdir()
    before = sorted(folder.parent.rglob("*"))
    for call in (
        lambda: store.load(stem, folder),
        lambda: store.save(SCENARIO, stem, None, folder),
        lambda: trash.delete(replace(store.entry("satu", folder), stem=stem), folder),
        lambda: trash.restore(stem, folder),
    ):
        assert refusal(call) in ("outside_folder", "no_such_file")
    assert sorted(folder.parent.rglob("*")) == before


@examples(200)
@given(name=st.text(st.characters(categories=None), min_size=1, max_size=120))
def test_any_name_becomes_a_file_name_that_every_system_takes(name):
    stem = store.free_stem(name, GOLDEN)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", stem) and len(stem) <= 69
    assert stem.split(".")[0] not in {"con", "prn", "aux", "nul", "com1", "lpt9"}


@pytest.mark.parametrize(
    "name, stem",
    [
        ("Komitmen September", "komitmen-september"),
        ("20 % pada Desember 2026", "20-pada-desember-2026"),
        ("CON", "skenario-con"),
        ("lpt1", "skenario-lpt1"),
        ("con.txt", "con-txt"),
        ("!?%", "skenario"),
        ("..", "skenario"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\x", "c-x"),
        ("Café Ñandú", "cafe-nandu"),
        ("名前", "skenario"),
        ("a" * 120, "a" * 60),
        ("x. ", "x"),
        ("satu", "satu-2"),
    ],
)
def test_names_and_their_file_names(folder, name, stem):
    assert store.free_stem(name, folder) == stem


def test_a_name_taken_gets_a_number(folder):
    assert store.free_name("Komitmen", ["komitmen ", "Komitmen (2)"]) == "Komitmen (3)"
    long = "x" * 120
    assert len(store.free_name(long, [long])) <= 120 and not store.is_taken(
        store.free_name(long, [long]), [long]
    )
    assert store.is_taken(" STRASSE ", ["Straße"])


@pytest.mark.parametrize("cut", [109, 110, 111, 119, 120, 121])
def test_no_name_made_by_the_program_ends_in_a_space_where_it_was_cut(cut):
    long = f" {'x' * (cut - 1)} {'y' * 20}"
    first = store.free_name(long, [])
    second = store.free_name(long, [first])
    for name in (first, second):
        assert name == name.strip() and len(name) <= 120
    assert second.endswith("x (2)") or second.endswith("y (2)")


def test_a_file_whose_name_has_outer_spaces_is_read_as_it_is():
    assert store.read_scenario(json.dumps(changed("name", " Nama ")).encode(), "x.json").name == " Nama "


def test_what_could_not_be_opened_again_is_not_saved(folder):
    entry = SCENARIO.decisions[0].model_copy(
        update=dict.fromkeys(("question", "expectation", "finding", "decision"), "é" * 2000)
    )
    long = SCENARIO.model_copy(update={"decisions": (entry,) * 100})
    assert len(store.scenario_bytes(long)) > MAX_BYTES
    assert refusal(store.save, long, "satu", store.version_of(VALID), folder) == "too_large"
    assert (folder / "satu.json").read_bytes() == VALID


def test_a_new_file_never_replaces_one(folder):
    assert refusal(store.save, SCENARIO, "satu", None, folder) == "name_taken"
    assert (folder / "satu.json").read_bytes() == VALID


def test_a_newer_version_on_disk_is_never_overwritten(folder):
    opened = store.load("satu", folder)
    elsewhere = store.save(with_value(SCENARIO, "horizon_months", 7), "satu", opened.version, folder)
    mine = with_value(SCENARIO, "horizon_months", 9)
    assert refusal(store.save, mine, "satu", opened.version, folder) == "changed_on_disk"
    assert store.load("satu", folder).scenario.horizon_months == 7
    store.save(mine, "satu", elsewhere, folder)
    assert store.load("satu", folder).scenario.horizon_months == 9


def test_a_file_deleted_meanwhile_is_reported(folder):
    opened = store.load("satu", folder)
    (folder / "satu.json").unlink()
    assert refusal(store.save, SCENARIO, "satu", opened.version, folder) == "changed_on_disk"


def test_a_folder_that_cannot_be_written_loses_nothing(folder, monkeypatch):
    opened = store.load("satu", folder)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert (
        refusal(store.save, with_value(SCENARIO, "horizon_months", 7), "satu", opened.version, folder)
        == "cannot_write"
    )
    assert (folder / "satu.json").read_bytes() == VALID
    assert sorted(p.name for p in folder.rglob("*") if p.is_file()) == [".lock", "dua.json", "satu.json"]


def test_a_deleted_scenario_waits_in_the_trash_and_comes_back_as_it_was(folder):
    discarded = trash.delete(store.entry("satu", folder), folder)
    assert [e.stem for e in store.list_scenarios(folder)] == ["dua"]
    assert [(e.stem, e.scenario) for e in trash.list_trash(folder)] == [(discarded, SCENARIO)]
    assert trash.restore(discarded, folder) == "satu"
    assert (folder / "satu.json").read_bytes() == VALID
    assert trash.list_trash(folder) == []


def test_the_trash_keeps_every_one_of_the_same_name_and_restoring_replaces_none(folder):
    first = trash.delete(store.entry("satu", folder), folder)
    store.save(with_value(SCENARIO, "horizon_months", 7), "satu", None, folder)
    second = trash.delete(store.entry("satu", folder), folder)
    store.save(with_value(SCENARIO, "horizon_months", 9), "satu", None, folder)
    assert len(trash.list_trash(folder)) == 2
    assert {trash.restore(first, folder), trash.restore(second, folder)} == {"satu-2", "satu-3"}
    assert [store.load(s, folder).scenario.horizon_months for s in ("satu", "satu-2", "satu-3")] == [
        9,
        SCENARIO.horizon_months,
        7,
    ]


def test_a_broken_file_can_be_deleted_and_restored_too(folder):
    (folder / "rusak.json").write_bytes(b"{")
    assert trash.restore(trash.delete(store.entry("rusak", folder), folder), folder) == "rusak"
    assert (folder / "rusak.json").read_bytes() == b"{"


def test_what_is_not_there_cannot_be_deleted_or_restored(folder):
    assert refusal(trash.delete, store.entry("tiada", folder), folder) == "no_such_file"
    assert refusal(trash.restore, "tiada~20260101-000000", folder) == "no_such_file"


def test_another_name_moves_no_file_and_takes_no_other_place(folder):
    version = store.version_of(VALID)
    for name in ("Dua", "DUA 2"):
        version = store.save(SCENARIO.model_copy(update={"name": name}), "satu", version, folder)
        renamed = store.load("satu", folder)
        assert (renamed.scenario.name, renamed.version) == (name, version)
        assert (folder / "dua.json").read_bytes() == VALID
    assert [entry.stem for entry in store.list_scenarios(folder)] == ["dua", "satu"]


LONG = SCENARIO.model_copy(update={"description": "panjang " * 499})


def save_the_long_one(folder):
    store.save(LONG, "satu", store.load("satu", folder).version, folder)


def test_a_process_killed_while_saving_leaves_a_whole_file(folder, tmp_path_factory):
    seen, left_behind = [], 0
    for left in left_by_kills(save_the_long_one, folder, tmp_path_factory.mktemp("killed")):
        seen.append((left / "satu.json").read_bytes())
        assert {e.stem for e in store.list_scenarios(left) if e.scenario} == {"satu", "dua"}
        left_behind += len(list(left.glob(".*.tmp")))
        save_the_long_one(left)  # and goes on
    assert list(dict.fromkeys(seen)) == [VALID, store.scenario_bytes(LONG)]
    assert left_behind, "no kill came in the middle of a write"


def test_a_file_has_the_keys_of_the_model_in_its_order():
    assert list(CONTENT) == list(Scenario.model_fields)
    assert list(CONTENT["overrides"][0]) == ["unit", *OVERRIDE_SETTINGS]
    assert list(CONTENT["decisions"][0]) == [
        "question",
        "expectation",
        "finding",
        "decision",
        "owner",
        "date",
    ]
