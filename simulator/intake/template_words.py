"""The words a template is filled with; made in `report/`, since every word on screen is."""

from collections.abc import Mapping
from dataclasses import dataclass

COLUMNS = ("code", "name", "segment", "asn", "enrolled", "pledge_month", "pledge_workers", "note")


@dataclass(frozen=True)
class TemplateWords:
    """The words of a template in one language.

    `headings` and `helps` are by column, `segments` by segment. `example` is one filled-in row for the second
    sheet.
    """

    sheet: str
    help_sheet: str
    headings: Mapping[str, str]
    helps: Mapping[str, str]
    segments: Mapping[str, str]
    example: Mapping[str, str | int]
    introduction: str
    example_title: str
