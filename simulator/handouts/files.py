"""The hand-outs and the modules that write them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import Any

from simulator.report.context import Context
from simulator.words import Lang

PDF = "application/pdf"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML = "text/html"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class HandOut:
    """A hand-out: the module whose `<module>_bytes` writes it, the ending of its name, and its type."""

    module: str
    ending: str
    mime: str
    takes: tuple[str, ...] = ()  # names of the optional arguments that its writer accepts

    def made(
        self, contexts: Sequence[Context], lang: Lang, today: date, *, unsaved: bool = False, **known: Any
    ) -> bytes:
        """Write the file for some scenarios, the current one first; of `known` it uses only what it `takes`.

        The writer is imported with the first file, as its libraries would slow down the start of the program.
        """
        writer = getattr(import_module(f"simulator.handouts.{self.module}"), f"{self.module}_bytes")
        taken = {name: known[name] for name in self.takes if name in known}
        data: bytes = writer(contexts, lang, today, unsaved=unsaved, **taken)
        return data


HAND_OUTS = {
    "deck": HandOut("deck", "rakor.pptx", PPTX, ("style", "office", "details")),
    "brief": HandOut("brief", "ringkasan.pdf", PDF),
    "minutes": HandOut("minutes_docx", "notulen.docx", DOCX, ("details",)),
    "minutes_pdf": HandOut("minutes_pdf", "notulen.pdf", PDF, ("details",)),
    "units": HandOut("unit_sheets", "unit.pdf", PDF, ("details", "only")),
    "workbook": HandOut("workbook", "data.xlsx", XLSX),
}
"""The hand-outs by their name in the texts `handouts.file.*` and `handouts.about.*`."""
VISIT_LIST = HandOut("visit_list", "kunjungan.pdf", PDF, ("answer",))
"""Offered beside the answer from which it is made."""
TRAVEL = HandOut("travel", "simulasi.html", HTML)
"""Offered separately: a page that projects by itself; all of its scenarios must use the same data."""
