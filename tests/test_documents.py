"""The documents are correct: links exist, outputs are real, generated pages are up to date."""

import re
import runpy
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.model.scenario import OVERRIDE_SETTINGS, SETTINGS

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / "data").rglob("README.md"),
        ROOT / "benchmarks/README.md",
    ]
)


def test_settings_md_is_written_from_the_declarations():
    render = runpy.run_path(str(ROOT / "docs" / "make_settings.py"))["render"]
    written = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert written == render()
    assert all(f"`{path}`" in written for path in SETTINGS) and all(
        f"`overrides.*.{path}`" in written for path in OVERRIDE_SETTINGS
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_and_named_files_exist(document):
    text = document.read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    links = [target for target in re.findall(r"\]\(([^)#]+)\)", prose) if not target.startswith("http")]
    assert [target for target in links if not (document.parent / target).exists()] == []
    named = re.findall(
        r"`((?:simulator|docs|data|tests|tools|scenarios|benchmarks)/[\w./-]*\w(?:\.\w+)?/?)`", text
    )
    made = set(re.findall(r"^Make `([^`]+)`", text, re.MULTILINE))  # by a recipe
    assert [
        name
        for name in named
        if not (ROOT / name).exists()
        and name not in made
        and not re.search(r"\.(trash|drafts|history)|list_columns|audit\.jsonl", name)
    ] == []


def test_the_walks_of_the_design_name_what_is_there():
    text = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    steps = re.findall(r"`([\w/]+\.py): (\w+)`", text)
    assert len(steps) > 20
    for module, name in steps:
        code = (ROOT / "simulator" / module).read_text(encoding="utf-8")
        assert re.search(rf"^(?:def |class )?{name}\b", code, re.MULTILINE), (module, name)


def test_documents_were_found():
    assert len(DOCUMENTS) >= 8


def test_the_command_line_run_of_the_readme_gives_the_output_it_shows():
    command, output = re.search(
        r"^\$ python (-m simulator .*)\n((?:.+\n)+?)```",
        (ROOT / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    ).groups()
    result = subprocess.run(
        [sys.executable, *shlex.split(command)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
    )
    assert (result.returncode, result.stdout) == (0, output)


def test_the_readme_gives_the_two_commands_and_a_real_picture():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "python run.py " in readme and "python run.py test" in readme
    picture = (ROOT / "docs" / "screenshot.png").read_bytes()
    assert picture[:8] == b"\x89PNG\r\n\x1a\n" and len(picture) > 20_000
    width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    assert width >= 1200 and height >= 700
