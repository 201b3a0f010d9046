"""An agency's own look for slides: a presentation and a logo, in the folder `templates` of the data."""

from pathlib import Path

from simulator.store.places import DATA
from simulator.store.strict_json import read_bytes

TEMPLATES = DATA / "templates"
DECK, LOGOS = "rakor.pptx", ("logo.png", "logo.jpg", "logo.jpeg")
MAX_BYTES = 20_000_000


def read_templates(folder: Path = TEMPLATES) -> tuple[bytes | None, bytes | None]:
    """The bytes of the presentation and of the first logo; None for each that is missing.

    Raises UserError if a file cannot be read or is too large.
    """
    return _first(folder, (DECK,)), _first(folder, LOGOS)


def _first(folder: Path, names: tuple[str, ...]) -> bytes | None:
    file = next((folder / name for name in names if (folder / name).is_file()), None)
    return read_bytes(file, MAX_BYTES) if file else None
