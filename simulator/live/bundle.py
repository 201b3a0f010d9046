"""Joins the modules of this folder into one script, for a page or component that cannot load files."""

import re
from graphlib import TopologicalSorter
from pathlib import Path

FOLDER = Path(__file__).parent
IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w.]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?!default)", re.MULTILINE)


def bundled(*names: str) -> str:
    """The given modules and all they import, each after its imports, without the import and export lines.

    Top-level names must differ between modules. An `export default` stays: Streamlit's components need it.
    """
    needs: dict[str, list[str]] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in needs:
            needs[name] = IMPORT.findall((FOLDER / name).read_text(encoding="utf-8"))
            waiting += needs[name]
    return "\n".join(_bare(name) for name in TopologicalSorter(needs).static_order())


def _bare(name: str) -> str:
    return EXPORT.sub("", IMPORT.sub("", (FOLDER / name).read_text(encoding="utf-8")))
