"""The model a second time, one unit and one month at a time, in plain Python.

It is written from the description of the model alone and shares no code with `simulator/`, so that agreement
between the two is evidence. It favours the wording of the description over speed; the programme's amounts are
repeated here for the same reason. Section numbers refer to docs/model.md.
"""

import itertools
import math
from typing import NamedTuple

TOLERANCE = 1e-9

JKK_SHARE_OF_BASE = 0.01
JKM_IDR = 6_800
JHT_SHARE_OF_BASE = 0.02
RELIEF_SHARE = 0.5
RELIEF_TRANSPORT = ("2026-01", "2027-03")
RELIEF_OTHERS = ("2026-04", "2026-12")

JKM_SHORT_MEMBERSHIP_IDR = 10_000_000
JKM_FULL_IDR = 42_000_000
JKM_FULL_FROM_MONTHS = 3
SCHOLARSHIP_FROM_MONTHS = 36
JKK_DEATH_INCOME_BASES = 48
JKK_DEATH_IDR = 22_000_000


class Results(NamedTuple):
    """What `project` returns; every list runs over the months 0..T unless noted otherwise."""

    rows: list  # dicts with the columns of `run`
    unit_rows: list  # dicts with the columns of `run --units`, by month, then in the order of the units
    start: list  # [units], start month or None for a unit that never starts
    asn: list  # [units][months]
    seats: list  # [units][months]
    enrolled: list  # [units][months]
    kept: list  # [units][months], equal to enrolled at month 0
    stay_share: list
    under_3_share: list
    from_36_share: list
    contribution_per_member_idr: list
    death_rate_per_year: float
    exposure_person_years: float


def month_number(month):
    """Months since the year 0 of a month written YYYY-MM."""
    year, month_of_year = month.split("-")
    return int(year) * 12 + int(month_of_year) - 1


def month_name(number):
    """The month written YYYY-MM that `month_number` turns into this number."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def relative_month(month, baseline_month):
    """Months from the baseline month to `month`, both written YYYY-MM."""
    return month_number(month) - month_number(baseline_month)


# ---- section 3: who joins when, and with how many seats -------------------------------------------


def status(unit):
    """Which of the three kinds a row of units.csv starts as: participating, pledged or outside."""
    if float(unit["enrolled"]) > 0:
        return "participating"
    return "pledged" if unit["pledge_month"] else "outside"


def override_of(scenario, unit):
    """The override of a unit, or an empty one."""
    for override in scenario["overrides"]:
        if override["unit"] == unit["code"]:
            return override
    return {"unit": unit["code"], "target_share": None, "workers_per_asn": None, "join_month": None}


def meetings(monev, baseline_month, horizon):
    """Months from the baseline in which a Rakor Monev is held, up to the horizon, including past ones."""
    held = []
    if monev["first_month"] is not None:
        month = relative_month(monev["first_month"], baseline_month)
        at_most = monev.get("meetings")  # files before version 3 have no limit, and no growth by itself
        while month <= horizon and (at_most is None or len(held) < at_most):
            held.append(month)
            month += monev["every_months"]
    return held


def queue_capacity(scenario, segment, baseline_month):
    """Units that may have been released by each month 0..T in one segment."""
    horizon = scenario["horizon_months"]
    per_month = scenario["participation"][segment]["new_units_per_month"]
    monev = scenario["monev"]
    new_units = {"opd": monev["new_opd"], "kecamatan": monev["new_kecamatan"], "other": 0}[segment]
    added = [0.0] * (horizon + 1)
    for held in meetings(monev, baseline_month, horizon):
        if 0 <= held < horizon:
            added[held + 1] += new_units
    return [per_month * month + sum(added[: month + 1]) for month in range(horizon + 1)]


def start_months(scenario, units, baseline_month):
    """The start month of every unit; None if it does not start by the horizon or never does."""
    starts = [None] * len(units)
    queues = {"opd": [], "kecamatan": [], "other": []}
    for position, unit in enumerate(units):
        join_month = override_of(scenario, unit)["join_month"]
        kind = status(unit)
        if kind == "participating":
            starts[position] = 1
        elif join_month == "never":
            starts[position] = None
        elif join_month is not None:
            starts[position] = max(1, relative_month(join_month, baseline_month))
        elif kind == "pledged":
            starts[position] = max(1, relative_month(unit["pledge_month"], baseline_month))
        else:
            queues[unit["segment"]].append(position)

    for segment, queue in queues.items():
        queue.sort(key=lambda position: (-float(units[position]["asn"]), units[position]["code"]))
        capacity = queue_capacity(scenario, segment, baseline_month)
        for place, position in enumerate(queue, start=1):
            for month in range(1, scenario["horizon_months"] + 1):
                if capacity[month] >= place - TOLERANCE:
                    starts[position] = month + scenario["delivery"]["join_delay_months"]
                    break
    return starts


def curve(name, x):
    """How much of the ramp is done after a share x of its length."""
    if name == "linear":
        return x
    if name == "s-curve":
        return 3 * x**2 - 2 * x**3
    if name == "front-loaded":
        return (1 - math.exp(-3 * x)) / (1 - math.exp(-3))
    if name == "step":
        return 1.0 if x > 0 else 0.0
    raise ValueError(name)


def opening_and_reached_ratio(scenario, unit):
    """Seats per ASN with which a unit opens, and seats per ASN at the end of its ramp."""
    settings = scenario["participation"][unit["segment"]]
    override = override_of(scenario, unit)
    asn = float(unit["asn"])
    kind = status(unit)
    realised = scenario["delivery"]["realised_share"]

    workers_per_asn = settings["workers_per_asn"]
    if override["workers_per_asn"] is not None:
        workers_per_asn = override["workers_per_asn"]

    if kind == "participating":
        opening = floor = float(unit["enrolled"]) / asn
    elif kind == "pledged":
        opening = floor = float(unit["pledge_workers"]) * scenario["delivery"]["pledge_share"] / asn
    else:
        floor = settings["entry_share"] * workers_per_asn
        opening = realised * floor

    if override["target_share"] is not None:
        planned = override["target_share"] * workers_per_asn
    else:
        planned = max(settings["target_share"] * workers_per_asn, floor)

    if kind == "outside":
        reached = realised * planned
    elif planned > opening:
        reached = opening + realised * (planned - opening)
    else:
        reached = planned
    return opening, reached


def untouched_share(scenario, baseline_month, month):
    """U(t): of those not paying yet, the share that growth by itself has not reached after `month` months."""
    growth = scenario["growth"]
    share = (1 - growth["background_share_per_month"]) ** month
    for earlier, held in enumerate(meetings(scenario["monev"], baseline_month, scenario["horizon_months"])):
        if held < month:
            push = growth["push_share"] * growth["push_repeat_factor"] ** earlier
            share *= (1 - push) ** (1 - 2 ** (-(month - held) / growth["push_half_life_months"]))
    return share


def grown_ratio(scenario, unit, start, month, ratio, baseline_month):
    """The seat ratio including growth by itself; a unit with its own target follows that target alone."""
    override = override_of(scenario, unit)
    if override["target_share"] is not None or "growth" not in scenario:
        return ratio
    workers_per_asn = override["workers_per_asn"]
    if workers_per_asn is None:
        workers_per_asn = scenario["participation"][unit["segment"]]["workers_per_asn"]
    room = max(0.0, scenario["growth"]["ceiling_share"] * workers_per_asn - ratio)
    since = 0 if status(unit) == "participating" else start
    untouched = untouched_share(scenario, baseline_month, month)
    return ratio + room * (1 - untouched / untouched_share(scenario, baseline_month, since))


def seats_of_unit(scenario, unit, start, baseline_month):
    """ASN and seats of one unit in the months 0..T."""
    settings = scenario["participation"][unit["segment"]]
    growth = scenario["workforce"]["asn_growth_per_year"]
    opening, reached = opening_and_reached_ratio(scenario, unit)
    asn = [float(unit["asn"])]
    seats = [float(unit["enrolled"])]
    for month in range(1, scenario["horizon_months"] + 1):
        asn.append(float(unit["asn"]) * (1 + growth) ** (month / 12))
        if start is None or month < start:
            ratio = 0.0
        else:
            ramp_start = 1 if status(unit) == "participating" else start + 1
            x = min(1.0, max(0.0, (month - ramp_start + 1) / settings["ramp_months"]))
            planned = opening + (reached - opening) * curve(settings["curve"], x)
            ratio = grown_ratio(scenario, unit, start, month, planned, baseline_month)
        seats.append(asn[month] * ratio)
    return asn, seats


# ---- section 4: enrolment and membership ------------------------------------------------------------


def monthly_probability(per_year):
    """The monthly probability that compounds to a yearly probability."""
    if per_year == 1:
        return 1.0
    return -math.expm1(math.log1p(-per_year) / 12)


def enrolment_of_unit(seats, death_probability, lapse, refill):
    """Enrolled and kept of one unit in the months 0..T."""
    enrolled, kept = [seats[0]], [seats[0]]
    for month in range(1, len(seats)):
        stayed = enrolled[month - 1] * (1 - death_probability) * (1 - lapse)
        new_seats = max(0.0, seats[month] - seats[month - 1])
        vacant = seats[month] - stayed
        if vacant <= 0:
            kept.append(seats[month])
            enrolled.append(seats[month])
        else:
            into_new_seats = min(vacant, new_seats)
            kept.append(stayed)
            enrolled.append(stayed + into_new_seats + refill * (vacant - into_new_seats))
    return enrolled, kept


def history_members(points, month):
    """Members in a month of the observed past who had not left by a later observed point.

    `points`: (month relative to the baseline, enrolled), in increasing months.
    """
    if month < points[0][0]:
        return 0.0
    members = points[-1][1]
    for (left_month, left_value), (right_month, right_value) in itertools.pairwise(points):
        if left_month <= month <= right_month:
            passed = (month - left_month) / (right_month - left_month)
            members = left_value + passed * (right_value - left_value)
            break
    return min([members] + [value for point_month, value in points if point_month > month])


def members_since(months, month, total, stay_share, points):
    """Members in `month` who have been members for at least `months` months."""
    joined_by = month - months
    members = total[joined_by] if joined_by >= 0 else history_members(points, joined_by)
    for later in range(max(joined_by, 0) + 1, month + 1):
        members *= stay_share[later]
    return min(members, total[month])


# ---- section 5: contributions -----------------------------------------------------------------------


def contribution_per_member(scenario, month):
    """Rupiah a member pays for the month written YYYY-MM."""
    settings = scenario["contribution"]
    protection = JKK_SHARE_OF_BASE * settings["income_base_idr"] + JKM_IDR
    relief = 0.0
    if settings["relief_applies"]:
        if RELIEF_TRANSPORT[0] <= month <= RELIEF_TRANSPORT[1]:
            relief += RELIEF_SHARE * settings["transport_share"]
        if RELIEF_OTHERS[0] <= month <= RELIEF_OTHERS[1]:
            relief += RELIEF_SHARE * (1 - settings["transport_share"])
    old_age = JHT_SHARE_OF_BASE * settings["income_base_idr"] if settings["include_jht"] else 0.0
    return protection * (1 - relief) + old_age


# ---- section 6: payouts -----------------------------------------------------------------------------


def exposure_person_years(points):
    """Person-years of exposure in the history: each month counts the mean of its two ends."""
    person_months = 0.0
    for (left_month, left_value), (right_month, right_value) in itertools.pairwise(points):
        step = (right_value - left_value) / (right_month - left_month)
        for passed in range(right_month - left_month):
            person_months += left_value + step * (passed + 0.5)
    return person_months / 12


def death_rate(risk, exposure, deaths):
    """Deaths per year and member: the set value, or an estimate from the prior and the observed deaths."""
    if risk["deaths_per_1000_year"] is not None:
        return risk["deaths_per_1000_year"] / 1000
    if deaths is None:  # the prior alone
        deaths, exposure = 0, 0.0
    person_years = risk["prior_person_years"] + exposure
    if person_years == 0:
        return 0.0
    expected = risk["prior_deaths_per_1000_year"] / 1000 * risk["prior_person_years"]
    return min(1.0, (expected + deaths) / person_years)


def jkm_per_death(risk, under_3_share, from_36_share):
    """Expected JKM payout per death."""
    return (
        under_3_share * JKM_SHORT_MEMBERSHIP_IDR
        + (1 - under_3_share) * JKM_FULL_IDR
        + from_36_share * risk["scholarship_per_death_idr"]
    )


def jkk_per_member(risk, income_base_idr):
    """Expected JKK payout per member and month."""
    fatal = JKK_DEATH_INCOME_BASES * income_base_idr + JKK_DEATH_IDR + risk["scholarship_per_death_idr"]
    per_accident = risk["fatal_share"] * fatal + (1 - risk["fatal_share"]) * risk["nonfatal_cost_idr"]
    return risk["accidents_per_1000_year"] / 1000 / 12 * per_accident


# ---- section 8: what a month's row says about people ---------------------------------------------------


def stock_and_flow(units, month, asn, enrolled, kept):
    """The columns of `run` from `enrolled` to `left`."""
    of_segment = {
        segment: math.fsum(own[month] for unit, own in zip(units, enrolled) if unit["segment"] == segment)
        for segment in ("opd", "kecamatan", "other")
    }
    total = math.fsum(own[month] for own in enrolled)
    joined = left = 0.0
    if month > 0:
        joined = math.fsum(own[month] - own_kept[month] for own, own_kept in zip(enrolled, kept))
        left = math.fsum(own[month - 1] - own_kept[month] for own, own_kept in zip(enrolled, kept))
    return {
        "enrolled": total,
        "coverage_share": total / math.fsum(own[month] for own in asn),
        "enrolled_opd": of_segment["opd"],
        "enrolled_kecamatan": of_segment["kecamatan"],
        "enrolled_other": of_segment["other"],
        "units_joined": sum(
            1 for unit, own in zip(units, enrolled) if unit["segment"] != "other" and own[month] > 1e-6
        ),
        "joined": joined,
        "left": left,
    }


# ---- the order of the steps -------------------------------------------------------------------------


def project(scenario, units, history, deaths):
    """The projection of a scenario over a baseline.

    `scenario`: the parsed scenario file. `units`: rows of units.csv, as text or numbers.
    `history`: (YYYY-MM, enrolled) in increasing months, the last one the baseline month.
    `deaths`: deaths observed up to the baseline, None where nobody knows.
    """
    baseline_month = history[-1][0]
    points = [(relative_month(month, baseline_month), float(value)) for month, value in history]
    months = range(scenario["horizon_months"] + 1)
    everyone = range(len(units))
    risk = scenario["risk"]
    retention = scenario["retention"]

    exposure = exposure_person_years(points)
    rate = death_rate(risk, exposure, deaths)
    probability = monthly_probability(rate)

    start = start_months(scenario, units, baseline_month)
    asn, seats, enrolled, kept = [], [], [], []
    for position in everyone:
        unit_asn, unit_seats = seats_of_unit(scenario, units[position], start[position], baseline_month)
        unit_enrolled, unit_kept = enrolment_of_unit(
            unit_seats, probability, retention["lapse_share_per_month"], retention["refill_share_per_month"]
        )
        asn.append(unit_asn)
        seats.append(unit_seats)
        enrolled.append(unit_enrolled)
        kept.append(unit_kept)

    total = [math.fsum(enrolled[position][month] for position in everyone) for month in months]
    stay_share = [1.0]
    for month in months[1:]:
        still_there = math.fsum(kept[position][month] for position in everyone)
        stay_share.append(still_there / total[month - 1] if total[month - 1] > 0 else 0.0)

    under_3, from_36 = [], []
    for month in months:
        if total[month] > 0:
            under_3.append(
                1 - members_since(JKM_FULL_FROM_MONTHS, month, total, stay_share, points) / total[month]
            )
            from_36.append(
                members_since(SCHOLARSHIP_FROM_MONTHS, month, total, stay_share, points) / total[month]
            )
        else:
            under_3.append(0.0)
            from_36.append(0.0)

    names = [month_name(month_number(baseline_month) + month) for month in months]
    per_member = [contribution_per_member(scenario, name) for name in names]
    rows, unit_rows = [], []
    for month in months:
        money = {
            "contributions_idr": total[month] * per_member[month],
            "deaths": total[month] * probability,
            "jkm_payouts_idr": total[month]
            * probability
            * jkm_per_death(risk, under_3[month], from_36[month]),
            "jkk_payouts_idr": total[month]
            * jkk_per_member(risk, scenario["contribution"]["income_base_idr"]),
        }
        money["payouts_idr"] = money["jkm_payouts_idr"] + money["jkk_payouts_idr"]
        rows.append({"month": names[month]} | stock_and_flow(units, month, asn, enrolled, kept) | money)
        for unit, unit_asn, unit_seats, unit_enrolled in zip(units, asn, seats, enrolled):
            share = unit_enrolled[month] / total[month] if total[month] > 0 else 0.0
            unit_rows.append(
                {
                    "month": names[month],
                    "unit": unit["code"],
                    "asn": unit_asn[month],
                    "seats": unit_seats[month],
                    "enrolled": unit_enrolled[month],
                    "contributions_idr": unit_enrolled[month] * per_member[month],
                    "payouts_idr": share * money["payouts_idr"],
                }
            )

    return Results(
        rows=rows,
        unit_rows=unit_rows,
        start=start,
        asn=asn,
        seats=seats,
        enrolled=enrolled,
        kept=kept,
        stay_share=stay_share,
        under_3_share=under_3,
        from_36_share=from_36,
        contribution_per_member_idr=per_member,
        death_rate_per_year=rate,
        exposure_person_years=exposure,
    )
