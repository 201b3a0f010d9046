"""The files that are handed out, and what makes each."""

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
    """A file: the module whose function `<module>_bytes` makes it, how its name ends, and its type."""

    module: str
    ending: str
    mime: str
    takes: tuple[str, ...] = ()  # what its writer has use for beside the scenarios, by name

    def made(
        self, contexts: Sequence[Context], lang: Lang, today: date, *, unsaved: bool = False, **known: Any
    ) -> bytes:
        """The file of some scenarios, the first being the one in hand; of what is known it takes its own.

        Its writer is loaded with the first file: the libraries behind it would hold up the start.
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
"""By the name in the texts `handouts.file.*` and `handouts.about.*`."""
VISIT_LIST = HandOut("visit_list", "kunjungan.pdf", PDF, ("answer",))
"""Handed out beside the answer it is made of."""
TRAVEL = HandOut("travel", "simulasi.html", HTML)
"""Handed out by itself: a page that projects, of scenarios that all stand on one set of data."""
