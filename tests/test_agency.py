"""Serving an agency: each write checks who may do it and is logged, and nothing opens by accident."""

import json
import os
import re
import subprocess
import sys
import threading
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest
from browser import PATIENCE_S, ROOT
from own_app import message_of
from regency import GOLDEN

from simulator.errors import UserError
from simulator.model.actuals import Record
from simulator.model.beside_settings import Decision
from simulator.store import agency, audit, draft_store, history, trash
from simulator.store import scenario_store as store
from simulator.store.actuals_store import append_actuals
from simulator.store.backup import restore_backup, write_backup
from simulator.store.baseline_files import read_baseline_named
from simulator.store.baseline_store import write_baseline
from simulator.store.list_columns import keep_columns
from simulator.store.meeting_store import Meeting, Slot, keep_meeting
from simulator.ui import entrance, front

EDITOR, VIEWER, NOBODY = "ani@kendal.example", "budi@kendal.example", "cahya@kendal.example"
LISTS = 'hosts = ["simulator.kendal.example"]\neditors = ["Ani@Kendal.example"]\nviewers = ["budi@kendal.example"]\n'
SCENARIO = store.load("komitmen-september").scenario
DECIDED = Decision(
    **dict.fromkeys(("question", "expectation", "finding", "decision"), "x"), owner="x", date="2026-11-22"
)
AGREED = SCENARIO.model_copy(update={"status": "agreed", "decisions": (DECIDED,)})
BASELINE = read_baseline_named("kendal-2025-08")
LINE = Record("2026-11-01T08:00:00", "Ani", "a.csv", "2026-01", "", {"enrolled": 990})
LEVER = "lever participation.opd.target_share"
AUTH = {
    "client_id": "simulator",
    "client_secret": "rahasia-sekali",
    "cookie_secret": "k" * 32,
    "redirect_uri": "https://simulator.kendal.example/oauth2callback",
    "server_metadata_url": "https://masuk.kendal.example/.well-known/openid-configuration",
}


@pytest.fixture
def lists(tmp_path, monkeypatch):
    """An agency's file and its own log; nobody has to sign in yet."""
    monkeypatch.setattr(agency, "AGENCY", tmp_path / "agency.toml")
    monkeypatch.setattr(audit, "AUDIT", tmp_path / "audit.jsonl")
    monkeypatch.setattr(agency, "_identify", [])
    agency.AGENCY.write_text(LISTS)
    return agency.AGENCY


@pytest.fixture
def sign_in(lists):
    """A function who -> makes that person the one who writes from then on."""
    return lambda who: agency.serve(lambda: who)


@pytest.fixture
def work(tmp_path, lists):
    """A folder of work, made before anybody had to sign in."""
    for name in ("scenarios", "actuals", "baselines"):
        (tmp_path / name).mkdir()
    store.save(SCENARIO, "satu", None, tmp_path / "scenarios")
    store.save(SCENARIO, "dua", None, tmp_path / "scenarios")
    trash.delete(store.entry("dua", tmp_path / "scenarios"), tmp_path / "scenarios")
    return tmp_path


def audited_changes(work: Path):
    """Every function that writes anything but the user's own draft, by the line it leaves in the log."""
    folder = work / "scenarios"
    seen = store.entry("satu", folder)
    discarded = trash.list_trash(folder)[0].stem
    changed = SCENARIO.model_copy(update={"author": "Bappeda"})
    return {
        "saved scenarios/satu.json": lambda: store.save(changed, "satu", seen.version, folder),
        "saved scenarios/komitmen-september.json": lambda: store.save_new(changed, folder),
        "agreed scenarios/tiga.json": lambda: store.save(AGREED, "tiga", None, folder),
        "deleted scenarios/satu.json": lambda: trash.delete(store.entry("satu", folder), folder),
        "restored scenarios/dua.json": lambda: trash.restore(discarded, folder),
        "saved data/actuals/kabupaten-kendal.csv": lambda: append_actuals(
            "Kabupaten Kendal", [LINE], work / "actuals"
        ),
        "saved data/baselines/baru": lambda: write_baseline(
            "baru", BASELINE.units, BASELINE.facts, folder=work / "baselines"
        ),
        "saved data/list_columns.json": lambda: keep_columns(
            "units", ["Nama"], {"name": (0,)}, work / "list_columns.json"
        ),
    }


def files(work: Path) -> dict[Path, bytes]:
    """The files of a folder by path, without those that only keep writers apart."""
    found = (path for path in work.rglob("*") if path.is_file() and not path.name.endswith(".lock"))
    return {path: path.read_bytes() for path in found}


def logged() -> list[dict]:
    return [json.loads(line) for line in audit.AUDIT.read_text().splitlines()]


def refusal(call, *arguments) -> str:
    with pytest.raises(UserError) as error:
        call(*arguments)
    return error.value.problems[0].code


@pytest.mark.parametrize("who", [VIEWER, NOBODY, "", "ani@kendal.example.evil", "\u212ani@kendal.example"])
def test_whoever_is_no_editor_changes_no_file_by_any_way_of_writing(who, sign_in, work):
    ways, before = audited_changes(work), files(work)
    sign_in(who)
    assert len(ways) == 8
    for way in ways.values():
        assert refusal(way) == "not_editor" and files(work) == before


def test_an_editor_does_all_of_it_and_each_deed_is_one_line_that_says_who(sign_in, work):
    ways = audited_changes(work)
    sign_in(EDITOR)
    for line, way in ways.items():
        way()
        last = logged()[-1]
        assert f"{last['did']} {last['what']}" == line and last["who"] == EDITOR and last["when"]
    assert len(logged()) == len(ways)
    versions = [store.versions(stem, work / "scenarios")[0] for stem in ("komitmen-september", "tiga", "dua")]
    assert [version.by for version in versions] == [EDITOR, EDITOR, ""]
    assert f"Ani ({EDITOR})" in (work / "actuals" / "kabupaten-kendal.csv").read_text()
    kept = json.loads((work / "baselines" / "baru" / "baseline.json").read_text())
    assert kept["saved_by"] == EDITOR


def test_where_nobody_signs_in_nothing_says_who_and_there_is_no_log(work):
    for way in audited_changes(work).values():
        way()
    assert not audit.AUDIT.exists()
    kept = [json.loads(path.read_text()) for path in work.rglob(".history/*/*.json")]
    assert kept and all(set(version) == {"saved_at", "note", "scenario"} for version in kept)
    assert "saved_by" not in (work / "baselines" / "baru" / "baseline.json").read_text()
    assert ",Ani,a.csv," in (work / "actuals" / "kabupaten-kendal.csv").read_text()


def test_a_viewer_keeps_drafts_of_their_own_and_whoever_is_on_no_list_none(sign_in, tmp_path, monkeypatch):
    monkeypatch.setattr(draft_store, "DRAFTS", tmp_path / ".drafts")
    draft = draft_store.saved_as(SCENARIO, "satu", "")
    meeting = Meeting((Slot(draft, SCENARIO),), 0, None)
    sign_in(NOBODY)
    assert refusal(draft_store.keep_draft, "0" * 16, draft) == "not_admitted"
    assert refusal(keep_meeting, "0" * 16, meeting) == "not_admitted"
    assert not (tmp_path / ".drafts").exists()
    sign_in(VIEWER)
    draft_store.keep_draft("0" * 16, draft)
    keep_meeting("0" * 16, meeting)
    assert len(list((tmp_path / ".drafts").iterdir())) == 2


def test_lists_count_as_they_stand_and_without_them_nobody_writes(sign_in, work, lists):
    save = audited_changes(work)["agreed scenarios/tiga.json"]
    sign_in(EDITOR)
    lists.write_text(LISTS.replace("Ani@", "orang-lain@"))
    assert refusal(save) == "not_editor"
    lists.write_text("editors = [")
    assert refusal(save) == "lists_unreadable"
    lists.unlink()
    assert refusal(save) == "lists_unreadable"
    lists.write_text(LISTS)
    assert save()


def test_a_log_that_cannot_be_written_lets_nothing_be_done(sign_in, work):
    ways = audited_changes(work)
    sign_in(EDITOR)
    audit.AUDIT.mkdir()  # a folder in place of the file
    before = files(work)
    assert ways.keys() > {"saved scenarios/satu.json", "saved data/actuals/kabupaten-kendal.csv"}
    for way in ways.values():
        with pytest.raises(UserError) as error:
            way()
        (problem,) = error.value.problems
        assert (problem.code, problem.where) == ("cannot_write", "audit.jsonl") and files(work) == before


def test_a_full_disk_leaves_no_half_line(sign_in, work, monkeypatch):
    save = audited_changes(work)["agreed scenarios/tiga.json"]
    sign_in(EDITOR)
    audit.AUDIT.write_bytes(b"{}\n")
    monkeypatch.setattr(audit.os, "fsync", lambda handle: (_ for _ in ()).throw(OSError(28, "full")))
    assert refusal(save) == "cannot_write" and audit.AUDIT.read_bytes() == b"{}\n"
    assert not (work / "scenarios" / "tiga.json").exists()


def test_what_fails_after_its_line_was_written_takes_the_line_back(sign_in, work, monkeypatch):
    ways = audited_changes(work)
    sign_in(EDITOR)
    ways["agreed scenarios/tiga.json"]()
    before, there = audit.AUDIT.read_bytes(), files(work)
    monkeypatch.setattr(store, "write_atomically", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
    assert refusal(ways["saved scenarios/satu.json"]) == "cannot_write"
    assert audit.AUDIT.read_bytes() == before and files(work) == there


def test_the_log_only_grows_also_after_a_line_that_was_cut_off(sign_in, work):
    sign_in(EDITOR)
    audit.AUDIT.write_bytes(b'{"when": "2026-11-29T')
    for way in audited_changes(work).values():
        before = audit.AUDIT.read_bytes()
        way()
        assert audit.AUDIT.read_bytes().startswith(before) and len(audit.AUDIT.read_bytes()) > len(before)
    assert json.loads(audit.AUDIT.read_text().splitlines()[1])["did"] == "saved"


def test_lines_of_many_at_once_are_all_there_and_whole(sign_in, work):
    sign_in(EDITOR)
    folder = work / "scenarios"
    threads = [
        threading.Thread(target=lambda: [store.save_new(SCENARIO, folder) for _ in range(10)])
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    named = [line["what"] for line in logged()]
    assert len(named) == len(set(named)) == 80
    assert all((work / name).exists() for name in named)


def test_versions_saved_before_anybody_signed_in_are_read(tmp_path):
    kept = tmp_path / ".history" / "lama" / "000001-0123456789abcdef.json"
    kept.parent.mkdir(parents=True)
    scenario = json.loads((GOLDEN / "v1" / "komitmen-september.json").read_bytes())
    kept.write_text(json.dumps({"saved_at": "2026-01-02T03:04:05", "note": "", "scenario": scenario}))
    (version,) = history.versions(tmp_path / "lama.json")
    assert version.scenario and version.by == ""


def test_a_restored_backup_takes_no_line_of_the_log_away(tmp_path):
    def lines(*numbers):
        return "".join(f'{{"n": {n}}}\n' for n in numbers)

    old, new = tmp_path / "old", tmp_path / "new"
    for root in (old, new):
        (root / "data").mkdir(parents=True)
        (root / "scenarios").mkdir()
    log = old / "data" / "audit.jsonl"
    log.write_text(lines(1, 2))
    write_backup(tmp_path / "a.zip", old)
    log.write_text(lines(1, 2, 3))
    restore_backup(tmp_path / "a.zip", old)
    assert log.read_text() == lines(1, 2, 3)
    restore_backup(tmp_path / "a.zip", new)
    assert (new / "data" / "audit.jsonl").read_text() == lines(1, 2)


def test_a_viewer_who_saves_or_agrees_is_refused_and_keeps_the_work(own_app, own_folder, sign_in):
    sign_in(VIEWER)
    before = {path: path.read_bytes() for path in own_folder.glob("*.json")}

    def is_refused(at):
        assert "hanya untuk melihat" in message_of(at)
        assert at.session_state["draft"].scenario.participation.opd.target_share == 0.6
        assert {path: path.read_bytes() for path in own_folder.glob("*.json")} == before
        assert not audit.AUDIT.exists()

    own_app.slider(key=LEVER).set_value(60).run()
    assert any("hanya melihat" in caption.value for caption in own_app.caption)
    is_refused(own_app.button(key="save").click().run())
    own_app.session_state["page_wanted"] = "scenarios"
    own_app.run()
    is_refused(own_app.button(key="save_work").click().run())
    draft = own_app.session_state["draft"]
    proposed = draft.scenario.model_copy(update={"decisions": (DECIDED,), "status": "proposed"})
    own_app.session_state["draft"] = draft.changed(proposed)
    own_app.run().button(key="agree").click().run()
    is_refused(own_app.button(key="agree_yes").click().run())


def test_whoever_is_on_no_list_gets_no_page_and_no_draft(own_app, own_folder, sign_in, monkeypatch):
    monkeypatch.setattr(entrance, "signed_in", lambda: NOBODY)
    sign_in(NOBODY)
    before = files(own_folder)
    at = own_app.run()
    assert "tidak terdaftar" in message_of(at) and "cahya" in message_of(at)
    assert [button.key for button in at.button] == ["sign_out", "en"] and not at.slider
    assert files(own_folder) == before


# ---- the start


@pytest.fixture
def started(lists, monkeypatch):
    """A function of settings -> the message with which the program ends, or None if it starts."""

    def start(auth=AUTH, **options) -> str | None:
        options = {"server.address": "127.0.0.1", "server.allowedHosts": ["localhost"]} | {
            name.replace("_", ".", 1): value for name, value in options.items()
        }
        known = {"server.trustedUserHeaders": {}, "server.enableXsrfProtection": True}
        monkeypatch.setattr(entrance.st, "get_option", lambda name: (known | options)[name])
        monkeypatch.setattr(entrance.config, "set_option", lambda name, value: options.update({name: value}))
        monkeypatch.setattr(entrance, "_auth", lambda: auth)
        printed: list[str] = []
        monkeypatch.setattr("builtins.print", lambda line, file: printed.append(line))
        try:
            entrance.check_start()
        except SystemExit as end:
            assert end.code == 1 and not agency.is_served()
            return "\n".join(printed)
        start.hosts = options["server.allowedHosts"]
        return None

    return start


def test_an_agency_with_its_sign_in_is_served_under_its_name(started):
    assert started() is None and agency.is_served()
    assert started.hosts == ["localhost", "simulator.kendal.example"]
    assert started(server_address="0.0.0.0") is None


@pytest.mark.parametrize("name", AUTH)
def test_each_part_of_the_sign_in_is_needed_and_none_is_shown(name, started):
    for value in (None, "", 5, "http://kendal.example/oauth2callback", "ä"):
        wrong = AUTH | {name: value} if value is not None else {n: v for n, v in AUTH.items() if n != name}
        if str(value).startswith("http") and not name.endswith(("_uri", "_url")):
            continue
        lines = started(wrong)
        assert f"[auth] {name}" in lines and "sign-in" in lines and "log-in" in lines
        assert not any(secret in lines for secret in (AUTH["client_secret"], AUTH["cookie_secret"]))


@pytest.mark.parametrize(
    "back",
    [
        "https://evil.example/oauth2callback",
        "https://simulator.kendal.example/",
        "http://simulator.kendal.example/oauth2callback",
        "https://simulator.kendal.example@evil.example/oauth2callback",
    ],
)
def test_a_way_back_that_is_not_the_agency_s_own_is_refused(back, started):
    assert "[auth] redirect_uri" in started(AUTH | {"redirect_uri": back})


def test_a_header_that_names_people_and_cookies_that_are_not_read_are_refused(started):
    assert "trustedUserHeaders" in started(server_trustedUserHeaders={"X-User": "email"})
    assert "enableXsrfProtection" in started(server_enableXsrfProtection=False)


def test_without_authlib_the_agency_is_not_served(started, monkeypatch):
    monkeypatch.setattr(entrance.importlib.util, "find_spec", lambda name: None)
    assert "authlib" in started()


@pytest.mark.parametrize(
    "content, expected",
    [
        ("", "hosts"),
        ('hosts = ["a"]\neditors = []', "editors"),
        ('hosts = ["https://a"]\neditors = ["a@b"]', "https://a"),
        ('hosts = ["a"]\neditors = ["a b@c"]', "a b@c"),
        ('hosts = ["a"]\neditors = ["a@b"]\nadmins = ["c@d"]', "admins"),
        ('hosts = ["a"]\neditors = "a@b"', "editors"),
        (f'hosts = ["a"]\neditors = ["{"a" * 80}@b"]', "surel"),
        ("hosts = [", "TOML"),
    ],
)
def test_a_file_of_an_agency_that_says_something_else_does_not_start_it(content, expected, started, lists):
    lists.write_text(content)
    assert expected in started()


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.0.2.7", "kantor.example", ""])
def test_without_an_agency_no_address_or_name_of_the_network_starts_the_app(address, started, lists):
    lists.unlink()
    for lines in (
        started(server_address=address),
        started(server_allowedHosts=["localhost", address or "a"]),
    ):
        assert "log-in" in lines and "sign-in" in lines and "agency.toml" in lines


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1", "127.0.0.2"])
def test_without_an_agency_this_computer_is_answered_and_nobody_signs_in(address, started, lists):
    lists.unlink()
    assert started(server_address=address, server_allowedHosts=[address]) is None and not agency.is_served()


@pytest.mark.parametrize("verified", [False, "false", "False", "", None, 0, "no"])
def test_an_address_of_which_the_provider_says_that_it_is_not_verified_is_nobody_s(verified, monkeypatch):
    person = {"is_logged_in": True, "email": "Ani@Kendal.example"}
    for claims, who in (({"email_verified": verified}, ""), ({"email_verified": True}, EDITOR), ({}, EDITOR)):
        user = SimpleNamespace(to_dict=lambda claims=claims: person | claims)
        monkeypatch.setattr(entrance, "st", SimpleNamespace(user=user))
        assert entrance.signed_in() == who


def test_the_files_that_operations_md_shows_serve_an_agency(started, lists):
    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    (shown,) = [block for block in blocks if block.startswith("hosts")]
    (secrets,) = [block for block in blocks if block.startswith("[auth]")]
    lists.write_text(shown)
    auth = tomllib.loads(secrets)["auth"]
    assert set(auth) == set(AUTH)
    assert "[auth] client_id, [auth] client_secret, [auth] cookie_secret." in started(auth)
    assert started({name: "k" * 64 if value == "…" else value for name, value in auth.items()}) is None


def test_cookies_go_over_https_alone_where_the_agency_is_reached_so(monkeypatch):
    assert front._kept_encrypted(b"Set-Cookie", b"a=1; HttpOnly") == (b"Set-Cookie", b"a=1; HttpOnly; Secure")
    assert front._kept_encrypted(b"set-cookie", b"a=1; secure")[1] == b"a=1; secure"
    assert front._kept_encrypted(b"content-type", b"text/html")[1] == b"text/html"


def test_no_setting_of_an_agency_and_no_secret_is_part_of_the_program():
    ignored = (ROOT / ".gitignore").read_text().splitlines()
    for name in ("agency.toml", ".streamlit/secrets.toml", "data/audit.jsonl"):
        assert f"/{name}" in ignored


@pytest.mark.parametrize(
    "secrets, expected",
    [(None, "[auth] client_id"), (b"[auth]\nclient_id = '\xe9'\n", "secrets.toml")],
)
def test_the_program_ends_where_an_agency_has_no_sign_in(home, tmp_path, secrets, expected):
    (home / "agency.toml").write_text(LISTS)
    file = tmp_path / "settings.toml"
    if secrets:
        file.write_bytes(secrets)
    words = ["--server.headless=true", "--server.port=0", f"--secrets.files={file}"]
    command = [sys.executable, "-m", "streamlit", "run", str(home / "app.py"), *words]
    environment = os.environ | {"HOME": str(home), "PYTHONPATH": str(home)}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, timeout=PATIENCE_S, text=True
    )
    (home / "agency.toml").unlink()
    assert done.returncode == 1 and expected in done.stderr and "Port" not in done.stdout + done.stderr


def test_settings_of_the_sign_in_that_may_not_be_read_are_reported(lists, monkeypatch, capsys):
    def refused():
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(entrance.st.secrets, "load_if_toml_exists", refused)
    with pytest.raises(SystemExit):
        entrance.check_start()
    assert "secrets.toml" in (output := capsys.readouterr().err) and "Permission denied" in output
