"""Writes all work into one ZIP file, and restores it."""

import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path, PurePosixPath

from simulator.errors import Problem, UserError
from simulator.store.audit import AUDIT
from simulator.store.places import ROOT, WORK, alone, whole_file, write_atomically, writing

MOST_FILES = 500_000
MAX_BYTES = 4_000_000_000
# Files in these that a backup lacks are kept: a data set is never changed, and an update may bring new ones.
ADDED_TO = ("data/baselines",)


def write_backup(file: Path, root: Path = ROOT) -> tuple[int, list[str]]:
    """Write a backup of a program's work, whole or not at all.

    Return the number of files, and the names left out. Files that cannot be read, or not be named in a ZIP,
    are left out. Raises UserError "file_exists" if there is a file already, and "cannot_write".
    """
    if os.path.lexists(file):
        raise UserError(Problem("file_exists", str(file)))
    with (
        writing(str(file)),
        alone(root / "scenarios" / ".lock"),
        whole_file(file) as whole,
        zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as archive,
    ):
        left_out = [name for path, name in _files(root) if not _put(archive, path, name)]
        count = len(archive.namelist())
    return count, left_out


def _put(archive: zipfile.ZipFile, path: Path, name: str) -> bool:
    """Add one file; return whether it could be read and named."""
    try:
        if path.is_symlink() or not path.is_file():
            return False
        archive.writestr(zipfile.ZipInfo.from_file(path, name, strict_timestamps=False), path.read_bytes())
    except FileNotFoundError:  # an old draft, removed meanwhile
        return True
    except (OSError, ValueError):  # UnicodeEncodeError is one
        return False
    return True


def _files(root: Path) -> Iterator[tuple[Path, str]]:
    """Every file of the work with its name in the archive, except lock files."""
    for place in WORK:
        if (root / place).is_file():
            yield root / place, place
        for folder, folders, names in os.walk(root / place):
            folders[:] = sorted(name for name in folders if not name.startswith((".new-", ".restoring-")))
            for name in sorted(names):
                if not name.endswith((".lock", ".tmp")):
                    path = Path(folder, name)
                    yield path, path.relative_to(root).as_posix()


def restore_backup(file: Path, root: Path = ROOT) -> tuple[int, Path]:
    """Replace a program's work by that of a backup, after writing a backup of the present work beside it.

    Everything is unpacked before anything changes. Returns the number of files, and the path of the backup of
    the earlier work. Raises UserError if the file is not a whole backup, with nothing changed, and
    "cannot_write"; then the earlier work is still in place or in its backup.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            names = _checked(archive, file)
            before = root / f"sebelum-dipulihkan-{datetime.now():%Y%m%d-%H%M%S-%f}.zip"
            with writing(str(root)):
                for place in WORK:
                    _folder(place, root).mkdir(parents=True, exist_ok=True)
                write_backup(before, root)
                with alone(root / "scenarios" / ".lock"):
                    _clear_halved(root)
                    log = root / AUDIT.relative_to(ROOT)
                    lines = _lines(log)
                    with ExitStack() as scratches:
                        unpacked = [
                            (place, scratches.enter_context(_unpacked(archive, names, place, root)))
                            for place in WORK
                        ]
                        for place, scratch in unpacked:
                            _bring_back(place, root, scratch)
                    _keep_lines(log, lines)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise UserError(Problem("not_a_backup", str(file), str(error))) from error
    except OSError as error:
        raise UserError(Problem("unreadable_file", str(file), error.strerror or str(error))) from error
    return len(names), before


def _keep_lines(log: Path, lines: list[bytes]) -> None:
    """Append the lines that a restored log lacks: a log only grows."""
    brought = _lines(log)
    known = set(brought)
    if later := [line for line in lines if line not in known]:
        write_atomically(log, b"".join(line + b"\n" for line in [*brought, *later]))


def _lines(log: Path) -> list[bytes]:
    return log.read_bytes().splitlines() if log.exists() else []


def _place_of(name: str) -> str | None:
    """The folder or file of the work that contains a name of the archive.

    None for a name outside all of them.
    """
    parts = PurePosixPath(name).parts
    odd = "\\" in name or ":" in name or ".." in parts or PurePosixPath(*parts).as_posix() != name
    inside = (place for place in WORK if name == place and _is_file(place) or name.startswith(f"{place}/"))
    return None if odd else next(inside, None)


def _is_file(place: str) -> bool:
    return PurePosixPath(place).suffix != ""


def _checked(archive: zipfile.ZipFile, file: Path) -> list[str]:
    """The names in an archive that holds only work and is readable throughout; raises UserError."""
    names = archive.namelist()
    size = sum(info.file_size for info in archive.infolist())
    if size > MAX_BYTES or len(names) > MOST_FILES:
        raise UserError(Problem("too_large", str(file), size, allowed=MAX_BYTES))
    odd = next((name for name in names if _place_of(name) is None), None)
    broken = archive.testzip() if odd is None else odd
    if broken is not None or not names or len(set(names)) < len(names):
        raise UserError(Problem("not_a_backup", str(file), broken or ""))
    return names


def _folder(place: str, root: Path) -> Path:
    """The folder that contains a place of the work."""
    return (root / place).parent if _is_file(place) else root / place


def _clear_halved(root: Path) -> None:
    """Remove what an earlier, interrupted restore unpacked."""
    for place in WORK:
        for halved in _folder(place, root).glob(".restoring-*"):
            shutil.rmtree(halved)


@contextmanager
def _unpacked(archive: zipfile.ZipFile, names: list[str], place: str, root: Path) -> Iterator[Path]:
    """A folder beside a place of the work, with its files from the archive.

    Names that the disk refuses fail here.
    """
    folder = _folder(place, root)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".restoring-") as scratch:
        new = Path(scratch, "new")
        new.mkdir()
        for name in names:
            if _place_of(name) == place:
                inside = new / Path(name).relative_to(folder.relative_to(root))
                inside.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(name) as source, inside.open("wb") as copy:
                    shutil.copyfileobj(source, copy)
        yield Path(scratch)


def _bring_back(place: str, root: Path, scratch: Path) -> None:
    """Replace one place of the work by its unpacked files, by renaming on the same disk."""
    folder, new, old = _folder(place, root), scratch / "new", scratch / "old"
    old.mkdir()
    brought = {path.name for path in new.iterdir()}
    others_stay = _is_file(place) or place in ADDED_TO
    for path in [path for path in folder.iterdir() if not path.name.startswith(".restoring-")]:
        if path.name in brought or not (others_stay or path.name.endswith(".lock")):
            path.rename(old / path.name)
    for path in list(new.iterdir()):
        path.rename(folder / path.name)
