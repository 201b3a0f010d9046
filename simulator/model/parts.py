"""The parts of a scenario, with every setting a planner can change (docs/model.md, section 2)."""

from typing import Annotated, Literal, get_args

from pydantic import PlainSerializer

from simulator.model.names import Name
from simulator.model.settings import BySegment, JoinMonth, MonthText, Setting, StrictModel, bounded

Segment = Literal["opd", "kecamatan", "other"]
SEGMENTS: tuple[str, ...] = get_args(Segment)
OFFICES = SEGMENTS[:2]
"""The segments whose units are offices; `other` is the rest of the civil service."""
Curve = Literal["linear", "s-curve", "front-loaded", "step"]

Share = Annotated[float, bounded(0, 1)]
NewUnits = Annotated[int, bounded(0, 50)]
WorkersPerAsn = Annotated[float, bounded(0, 10)]
Rate = Annotated[float, bounded(0, 1000)]  # per 1,000 a year


def without_point(value: float | None) -> int | float | None:
    """A whole amount of Rupiah without a decimal point, as written to files (docs/model.md, section 2)."""
    return int(value) if value is not None and value.is_integer() else value


Idr = Annotated[float, PlainSerializer(without_point, when_used="json")]
Cost = Annotated[Idr, bounded(0, 1e9)]


class Target(StrictModel):
    """The coverage aimed at, and the month by which it is to be reached."""

    coverage_share: Annotated[Share, Setting("share", "", reference=0.2, step=0.01, group="general")]
    month: Annotated[MonthText, Setting("month", "", reference="2025-09", group="general")]


class SegmentPlan(StrictModel):
    """How the units of one segment take part."""

    target_share: Annotated[
        Share,
        Setting("share", "S44", reference=0.0, step=BySegment(0.01, 0.01, 0.001), lever=BySegment(1, 2, 3)),
    ]
    ramp_months: Annotated[int, bounded(1, 60), Setting("months", "S45", reference=12, step=1, lever=4)]
    curve: Annotated[Curve, Setting("choice", "S45", reference="linear")]
    workers_per_asn: Annotated[WorkersPerAsn, Setting("workers_per_asn", "S46", reference=1.0, step=0.1)]
    entry_share: Annotated[
        Share, Setting("share", "", reference=BySegment(0.31, 0.68, 0.04), step=0.01, may_range=True)
    ]
    new_units_per_month: Annotated[
        float, bounded(0, 50), Setting("units_per_month", "S44", reference=0.0, step=0.25)
    ]


class Participation(StrictModel):
    """The plans of the three segments."""

    opd: SegmentPlan
    kecamatan: SegmentPlan
    other: SegmentPlan

    def of(self, segment: str) -> SegmentPlan:
        """The plan of one of SEGMENTS."""
        return {"opd": self.opd, "kecamatan": self.kecamatan, "other": self.other}[segment]


class Monev(StrictModel):
    """The schedule of the Rakor Monev and how many units join after each; `meetings` None means no end."""

    first_month: Annotated[MonthText | None, Setting("month", "S57", reference="2025-11", resting=None)]
    every_months: Annotated[int, bounded(1, 24), Setting("months", "S57", reference=3, step=1)]
    meetings: Annotated[
        int | None, bounded(1, 60), Setting("meetings", "S57", reference=None, step=1, since=3)
    ]
    new_opd: Annotated[NewUnits, Setting("units", "S44", reference=0, step=1, slider_high=15, lever=5)]
    new_kecamatan: Annotated[NewUnits, Setting("units", "S44", reference=0, step=1, slider_high=15, lever=6)]


class Growth(StrictModel):
    """Who joins without a plan: unprompted, or after a Rakor Monev, with an effect that fades (section 3)."""

    background_share_per_month: Annotated[
        float,
        bounded(0, 0.5),
        Setting(
            "share_per_month",
            "S63",
            reference=0.0,
            step=0.0005,
            slider_high=0.02,
            usual_range=(0.0001, 0.003),
            range_source="S84",
            since=3,
            group="monev",
        ),
    ]
    push_share: Annotated[
        float,
        bounded(0, 0.9),
        Setting(
            "share",
            "S63",
            reference=0.0,
            step=0.01,
            slider_high=0.3,
            lever=8,
            usual_range=(0.03, 0.12),
            range_source="S85",
            since=3,
            group="monev",
        ),
    ]
    push_half_life_months: Annotated[
        float,
        bounded(0.1, 24),
        Setting(
            "months",
            "S63",
            reference=2.0,
            step=0.1,
            slider_high=12,
            lever=9,
            usual_range=(1.0, 4.0),
            range_source="S85",
            since=3,
            group="monev",
        ),
    ]
    push_repeat_factor: Annotated[
        Share,
        Setting(
            "factor",
            "S63",
            reference=0.5,
            step=0.05,
            lever=10,
            usual_range=(0.01, 0.6),
            range_source="S85",
            since=3,
            group="monev",
        ),
    ]
    ceiling_share: Annotated[
        Share,
        Setting(
            "share",
            "S63",
            reference=1.0,
            step=0.01,
            lever=11,
            usual_range=(0.4, 0.98),
            range_source="S86",
            since=3,
            group="monev",
        ),
    ]


class Delivery(StrictModel):
    """The share of plans and pledges that comes true, and with what delay."""

    realised_share: Annotated[
        Share, Setting("share", "S47", reference=1.0, step=0.01, usual_range=(0.28, 0.84), range_source="S80")
    ]
    pledge_share: Annotated[
        Share, Setting("share", "S47", reference=1.0, step=0.01, usual_range=(0.6, 0.98), range_source="S81")
    ]
    join_delay_months: Annotated[
        int, bounded(0, 24), Setting("months", "S47", reference=0, step=1, may_range=True)
    ]


class Retention(StrictModel):
    """How many stop paying each month, and how many vacant seats are filled again."""

    lapse_share_per_month: Annotated[
        Share,
        Setting(
            "share_per_month",
            "S48",
            reference=0.0,
            step=0.005,
            slider_high=0.2,
            lever=7,
            usual_range=(0.005, 0.05),
            range_source="S82",
        ),
    ]
    refill_share_per_month: Annotated[
        Share,
        Setting(
            "share_per_month", "S48", reference=1.0, step=0.01, usual_range=(0.05, 0.8), range_source="S83"
        ),
    ]


class Workforce(StrictModel):
    """How the number of ASN changes."""

    asn_growth_per_year: Annotated[
        float,
        bounded(-0.2, 0.2),
        Setting("share_per_year", "S49", reference=0.0, step=0.005, group="retention", may_range=True),
    ]


class Contribution(StrictModel):
    """What is paid for each worker, and whether the relief of PP 50/2025 applies."""

    income_base_idr: Annotated[
        Idr,
        bounded(1_000_000, 20_700_000),
        Setting("idr", "S61 S7 S36", reference=1_000_000.0, step=100_000),
    ]
    include_jht: Annotated[bool, Setting("switch", "S61 S7", reference=False)]
    relief_applies: Annotated[bool, Setting("switch", "S50 S11", reference=True)]
    transport_share: Annotated[Share, Setting("share", "S50", reference=0.0, step=0.01, may_range=True)]


class Risk(StrictModel):
    """Death and accident rates, and the costs per case."""

    deaths_per_1000_year: Annotated[
        Rate | None, Setting("per_1000_year", "S30 S51", reference=None, step=0.1, may_range=True)
    ]
    prior_deaths_per_1000_year: Annotated[Rate, Setting("per_1000_year", "S30", reference=6.4, step=0.1)]
    prior_person_years: Annotated[
        float, bounded(0, 1e6), Setting("person_years", "S51", reference=500.0, step=50)
    ]
    accidents_per_1000_year: Annotated[
        Rate,
        Setting("per_1000_year", "S28", reference=3.47, step=0.1, usual_range=(2.2, 5.5), range_source="S87"),
    ]
    fatal_share: Annotated[Share, Setting("share", "S29", reference=0.023, step=0.001, may_range=True)]
    nonfatal_cost_idr: Annotated[
        Cost, Setting("idr", "S31", reference=6_600_000.0, step=100_000, may_range=True)
    ]
    scholarship_per_death_idr: Annotated[
        Cost, Setting("idr", "S27", reference=4_700_000.0, step=100_000, may_range=True)
    ]


class Override(StrictModel):
    """What one unit does differently from its segment; None keeps the segment's value."""

    unit: Name
    target_share: Annotated[Share | None, Setting("share", "S44", step=0.01)]
    workers_per_asn: Annotated[WorkersPerAsn | None, Setting("workers_per_asn", "S46", step=0.1)]
    join_month: Annotated[JoinMonth | None, Setting("month", "S44")]
