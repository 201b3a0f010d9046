"""The content of `baseline.json`: what is known about a regency besides its units."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from simulator.model.names import Name
from simulator.model.parts import Segment
from simulator.model.settings import MonthText, StrictModel

Basis = Literal["published", "derived", "allocated", "assumed"]


class Texts(dict[str, str]):
    """A text by language; a missing translation falls back to Indonesian."""

    def __missing__(self, lang: str) -> str:
        return self["id"]


Text = Annotated[dict[str, str], AfterValidator(Texts)]
Count = Annotated[float, Field(ge=0)]


class Fact(StrictModel):
    """A published or derived figure of the regency, with its mark and source."""

    key: str
    value: float
    basis: Basis
    source: str
    note: Text | None


class Observation(StrictModel):
    """Workers enrolled in one month of the history."""

    month: MonthText
    enrolled: Count
    basis: Basis
    source: str
    note: Text | None


class Deaths(StrictModel):
    """Deaths paid under JKM since the history begins."""

    value: Count
    basis: Basis
    source: str


class GivenTotal(StrictModel):
    """Enrolled workers of a whole segment, as given along with a list."""

    segment: Segment
    enrolled: Count


class BaselineFacts(StrictModel):
    """The file as a whole.

    `deaths` is None if they are not known. `deaths_month` is the month up to which they are counted, if that
    is not `month`. For a baseline made from a list, `builds_on` names the earlier baseline with the units and
    totals that the list updates, and `totals` are the totals given with the list, for `month`.
    `setting_sources` maps a setting's path to source keys, for reference values that come from this regency's
    own figures. `saved_by` is the address of the person who saved it, if sign-in is used.
    """

    title: Text
    region: Name
    month: MonthText
    fictitious: bool
    reading: Text
    alternative: str | None
    deaths: Deaths | None
    history: Annotated[tuple[Observation, ...], Field(strict=False, min_length=1)]
    facts: Annotated[tuple[Fact, ...], Field(strict=False)]
    open_questions: Annotated[tuple[Text, ...], Field(strict=False)]
    deaths_month: MonthText | None = None
    builds_on: str | None = None
    totals: Annotated[tuple[GivenTotal, ...], Field(strict=False)] = ()
    setting_sources: dict[str, str] = Field(default_factory=dict)
    saved_by: str = ""

    @property
    def source(self) -> str:
        """The source keys of the baseline month, which also apply to the units' own figures."""
        return self.history[-1].source

    def fact(self, key: str) -> Fact | None:
        """A figure of the regency by its key, None if it has no such figure."""
        return next((fact for fact in self.facts if fact.key == key), None)

    @property
    def deaths_until(self) -> str:
        """The month up to which deaths are counted, YYYY-MM."""
        return self.deaths_month or self.month
