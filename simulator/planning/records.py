"""Compare the results recorded in a saved scenario with today's results."""

from dataclasses import dataclass
from datetime import datetime

import simulator
from simulator.model.beside_settings import ResultsRecord
from simulator.model.metrics import headline
from simulator.model.projection import Projection


@dataclass(frozen=True)
class Differences:
    """The differences between a record and a projection.

    `numbers` are (name, then, now) for each headline number that moved.
    """

    numbers: tuple[tuple[str, float | None, float | None], ...]
    program_changed: bool
    baseline_changed: bool

    @property
    def same_results(self) -> bool:
        """Whether no headline number moved."""
        return not self.numbers


def record_of(projection: Projection, when: datetime) -> ResultsRecord:
    """The record of a file's results on saving, with numbers rounded to a useful precision."""
    return ResultsRecord(
        saved_at=when.isoformat(timespec="seconds"),
        program_version=simulator.__version__,
        baseline_digest=projection.baseline.digest,
        headline={
            name: None if value is None else round(value, _places(name))
            for name, value in headline(projection).items()
        },
    )


def differences(record: ResultsRecord, projection: Projection) -> Differences | None:
    """How today's results differ from a record's; None if they share no headline number to compare.

    Two numbers count as equal if they differ by no more than one unit in the last place a record keeps.
    """
    now = headline(projection)
    shared = [name for name in now if name in record.headline]
    if not shared:
        return None
    numbers = [(name, record.headline[name], now[name]) for name in shared]
    other_program = record.program_version != simulator.__version__
    other_data = record.baseline_digest != projection.baseline.digest
    return Differences(tuple(one for one in numbers if _moved(*one)), other_program, other_data)


def _moved(name: str, then: float | None, now: float | None) -> bool:
    if then is None or now is None:
        return then is not now
    return abs(then - now) > 10.0 ** -_places(name)


def _places(name: str) -> int:
    """Decimal places kept: whole Rupiah, a millionth of a worker or of a share."""
    return 0 if name.endswith("_idr") else 6
