"""The structure that a screen reader follows in a PDF, as a tree; fpdf2 itself only supports a flat list."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from fpdf.output import OutputProducer
from fpdf.structure_tree import StructElem, StructureTreeBuilder
from fpdf.syntax import PDFObject

HEADS_COLUMN = "<</O /Table /Scope /Column>>"


class _Element(StructElem):
    """An element that can have attributes (`a`, the name in PDF); `pg` is its page."""

    a: str | None = None
    pg: Any


class Tree(StructureTreeBuilder):
    """The structure of a document; elements added while a group is open belong to the group."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[_Element] = []
        self._open: list[StructElem] = [self.doc_struct_elem]

    @contextmanager
    def group(self, kind: str, page: int) -> Iterator[None]:
        """Open an element that contains others, such as a Table, TR, L or LI; it may span several pages."""
        self._open.append(self._added(_Element(f"/{kind}", self._open[-1], [], page)))
        yield
        self._open.pop()

    def add_marked_content(
        self,
        page_number: int,
        struct_type: str,
        mcid: int | None = None,
        title: str | None = None,
        alt_text: str | None = None,
    ) -> tuple[StructElem, int]:
        """Add a piece of a page as an element of the open group; a TH heads its column."""
        spid = self.spid_per_page_number.setdefault(page_number, len(self.spid_per_page_number))
        kids = [] if mcid is None else [mcid]
        element = self._added(_Element(struct_type, self._open[-1], kids, page_number, title, alt_text))
        element.a = HEADS_COLUMN if struct_type == "/TH" else None
        self.struct_tree_root.parent_tree.nums[spid].append(element)
        return element, spid

    def __iter__(self) -> Iterator[PDFObject]:
        """Iterate over all objects, the root first."""
        yield from (self.struct_tree_root, self.doc_struct_elem, self.struct_tree_root.parent_tree)
        yield from self.elements

    def _added(self, element: _Element) -> _Element:
        self._open[-1].k.append(element)
        self.elements.append(element)
        return element


class Producer(OutputProducer):
    """Writes a document with a `Tree` as structure; every element names its page, not only the outermost."""

    def _add_pages(self, *given: Any, **options: Any) -> Any:
        pages = super()._add_pages(*given, **options)
        for element in cast(Tree, self.fpdf.struct_builder).elements:
            element.pg = pages[cast(int, element.page_number()) - 1]
        return pages
