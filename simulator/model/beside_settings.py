"""What a scenario's file holds besides its settings: status, decisions, and the results it had when saved."""

from typing import Annotated, Literal

from pydantic import StringConstraints, field_serializer

from simulator.model.names import MAX_NAME
from simulator.model.parts import without_point
from simulator.model.settings import Day, StrictModel

Status = Literal["draft", "proposed", "agreed"]
MOST_DECISIONS = 100
LongText = Annotated[str, StringConstraints(max_length=2000)]


class Decision(StrictModel):
    """An entry of the decision log: question, what the room expected, what was found, what was decided."""

    question: Annotated[LongText, StringConstraints(min_length=1)]
    expectation: LongText
    finding: LongText
    decision: LongText
    owner: Annotated[str, StringConstraints(max_length=MAX_NAME)]
    date: Day


class ResultsRecord(StrictModel):
    """The state at the time the file was saved: time, program version, data and headline results."""

    saved_at: Annotated[str, StringConstraints(max_length=40)]
    program_version: Annotated[str, StringConstraints(max_length=40)]
    baseline_digest: Annotated[str, StringConstraints(max_length=64)]
    headline: dict[Annotated[str, StringConstraints(max_length=60)], float | None]

    @field_serializer("headline", when_used="json")
    def _headline(self, headline: dict[str, float | None]) -> dict[str, int | float | None]:
        money = {name: without_point(v) for name, v in headline.items() if name.endswith("_idr")}
        return headline | money
