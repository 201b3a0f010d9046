"""Drafts a translation: `python docs/make_language.py javanese` writes simulator/words/javanese.py.

Every text is in Indonesian until somebody translates it.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from simulator.words import all_texts  # noqa: E402


def main(name: str) -> None:
    """Write the draft; an existing one keeps its texts, gets the new ones, and loses those no longer used."""
    path = ROOT / "simulator" / "words" / f"{name}.py"
    translated: dict[str, str] = {}
    if path.exists():
        names: dict[str, dict[str, str]] = {}
        exec(path.read_text(encoding="utf-8"), names)
        translated = names["TRANSLATED"]
    lines = [f"    {key!r}: {translated.get(key, indonesian)!r},\n" for key, indonesian, _ in all_texts()]
    head = f'"""{name.capitalize()}, a text a line; what nobody translated is Indonesian still."""\n\n'
    path.write_text(f"{head}TRANSLATED = {{\n{''.join(lines)}}}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
