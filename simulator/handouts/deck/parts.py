"""New parts of a deck's file, each found and made once: python-pptx goes through the whole file for each."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.parts.slide import NotesSlidePart
from pptx.slide import NotesSlide, Slide

NOTES = "/ppt/notesSlides/notesSlide%d.xml"


def remembered(package: Any) -> Callable[[str], PackURI]:
    """A package's `next_partname` that goes through its parts once for each kind.

    What it names is to be put in.
    """
    taken: dict[str, set[str]] = {}

    def next_partname(pattern: str) -> PackURI:
        start = pattern.partition("%d")[0]
        if start not in taken:
            taken[start] = {part.partname for part in package.iter_parts() if part.partname.startswith(start)}
        numbers = range(len(taken[start]) + 1, 0, -1)
        name = next(pattern % number for number in numbers if pattern % number not in taken[start])
        taken[start].add(name)
        return PackURI(name)

    return next_partname


class NotesPages:
    """The pages of what a speaker sees: the first as python-pptx makes it, the others copies of it."""

    def __init__(self) -> None:
        self._empty: Any = None

    def add(self, slide: Slide) -> NotesSlide:
        """The page of a slide that has none, without words."""
        if self._empty is None:
            self._empty = deepcopy(slide.notes_slide._element)
            return slide.notes_slide
        part: Any = slide.part
        package = part.package
        name = package.next_partname(NOTES)
        page = NotesSlidePart(name, CONTENT_TYPE.PML_NOTES_SLIDE, package, deepcopy(self._empty))
        page.relate_to(package.presentation_part.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
        page.relate_to(part, RELATIONSHIP_TYPE.SLIDE)
        part.relate_to(page, RELATIONSHIP_TYPE.NOTES_SLIDE)
        return slide.notes_slide
