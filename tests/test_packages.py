"""The packages the program needs: pinned with hashes in their series, and listed with their licences."""

import contextlib
import json
import re
from importlib.metadata import PackageNotFoundError, version

import pytest
from packaging.specifiers import SpecifierSet

from tests.browser import ROOT


def pinned_in(name):
    """The releases in a lock file, each with the number of its hashes, by package in lower case."""
    found: dict[str, list[tuple[str, int]]] = {}
    for entry in re.split(r"\n(?=\w)", (ROOT / name).read_text(encoding="utf-8")):
        if pinned := re.match(r"([\w.-]+)==(\S+)", entry):
            hashes = len(re.findall(r"--hash=sha256:[0-9a-f]{64}\b", entry))
            found.setdefault(pinned[1].lower().replace("_", "-"), []).append((pinned[2], hashes))
    return found


@pytest.mark.parametrize("name", ["requirements", "requirements-test"])
def test_every_requirement_is_pinned_in_its_series_with_the_hashes_of_its_files(name):
    pinned = pinned_in(f"{name}.lock")
    assert len(pinned) > 15 and all(hashes > 0 for releases in pinned.values() for _, hashes in releases)
    wanted: dict[str, list[SpecifierSet]] = {}  # several where systems differ
    for line in (ROOT / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if requirement := re.match(r"([\w-]+)([^;#]+)", line):
            wanted.setdefault(requirement[1].lower(), []).append(SpecifierSet(requirement[2]))
    assert len(wanted) > 7
    for package, series in wanted.items():
        releases = [release for release, _ in pinned[package]]
        problem = f"{name}.lock pins {package} {releases}: python -m tools.lock"
        assert all(any(release in one for one in series) for release in releases), problem
        assert all(any(release in one for release in releases) for one in series), problem


def test_tests_are_pinned_to_the_packages_of_the_program_and_what_is_installed_is_what_is_pinned():
    program, tests = pinned_in("requirements.lock"), pinned_in("requirements-test.lock")
    for package in set(program) & set(tests):
        assert {release for release, _ in tests[package]} <= {release for release, _ in program[package]}
    for package, releases in (program | tests).items():
        with contextlib.suppress(PackageNotFoundError):  # for another system
            assert version(package) in {release for release, _ in releases}, package


def test_the_bill_of_materials_and_the_licences_list_what_is_pinned():
    bill = json.loads((ROOT / "docs" / "dependencies.cdx.json").read_text(encoding="utf-8"))
    listed = {(part["name"].lower().replace("_", "-"), part["version"]) for part in bill["components"]}
    table = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\S+) +\| (\S+) +\| (.+?) +\|$", table, re.MULTILINE)
    assert {(name.lower().replace("_", "-"), at) for name, at, _ in rows} - {("name", "Version")} == listed
    pinned = {(name, at) for name, releases in pinned_in("requirements.lock").items() for at, _ in releases}
    assert listed <= pinned and {name for name, _ in pinned - listed} <= {"numpy", "colorama", "cryptography"}
    assert "UNKNOWN" not in table
