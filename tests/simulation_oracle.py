"""The simulation a second time, in the plainest numpy, with arrays over [draws, units, months].

It is written from section 7 of the description and shares no code with `simulator/`; what is the same in
every draw comes from `tests/oracle.py`. Its random numbers come one after another from one generator, so it
agrees with the program in distribution, not draw by draw.
"""

import math

import numpy as np
import oracle

STANDARD = 1.6448536
LOGITS = (
    "participation.opd.entry_share participation.kecamatan.entry_share participation.other.entry_share"
    " growth.push_repeat_factor growth.ceiling_share delivery.realised_share delivery.pledge_share"
    " retention.lapse_share_per_month retention.refill_share_per_month contribution.transport_share risk.fatal_share"
).split()
PLAIN = {"delivery.join_delay_months": (0, 24), "workforce.asn_growth_per_year": (-0.2, 0.2)}
LOGARITHMS = {
    "growth.background_share_per_month": (0, 0.5),
    "growth.push_share": (0, 0.9),
    "growth.push_half_life_months": (0.1, 24),
    "risk.deaths_per_1000_year": (0, 1000),
    "risk.accidents_per_1000_year": (0, 1000),
    "risk.nonfatal_cost_idr": (0, 1e9),
    "risk.scholarship_per_death_idr": (0, 1e9),
}
LEADERSHIP = {
    "delivery.realised_share": 1,
    "delivery.pledge_share": 1,
    "growth.push_share": 1,
    "retention.refill_share_per_month": 1,
    "retention.lapse_share_per_month": -1,
}


def simulate(scenario, units, history, deaths, draws, random):
    """Enrolled, payouts, and contributions with and without JHT; each [draws, months from 0].

    The arguments are those of `oracle.project`, the number of draws, and a numpy Generator.
    """
    baseline_month = history[-1][0]
    points = [(oracle.relative_month(month, baseline_month), float(value)) for month, value in history]
    horizon = scenario["horizon_months"]
    calendar = [oracle.month_name(oracle.month_number(baseline_month) + t) for t in range(horizon + 1)]
    drawn = settings(scenario, units, draws, random)

    seats = all_seats(scenario, units, baseline_month, drawn)
    yearly = death_rates(scenario, points, deaths, calendar, drawn, draws, random)
    monthly = -np.expm1(np.log1p(-yearly) / 12)

    enrolled, kept = np.empty_like(seats), np.empty_like(seats)
    enrolled[:, :, 0] = kept[:, :, 0] = seats[:, :, 0]
    lapse, refill = (drawn[f"retention.{name}_share_per_month"] for name in ("lapse", "refill"))
    for t in range(1, horizon + 1):
        stayed = enrolled[:, :, t - 1] * ((1 - monthly[:, t - 1]) * (1 - lapse))[:, None]
        new = np.maximum(0, seats[:, :, t] - seats[:, :, t - 1])
        vacant = seats[:, :, t] - stayed
        filled = np.minimum(vacant, new)
        withdrawn = vacant <= 0
        kept[:, :, t] = np.where(withdrawn, seats[:, :, t], stayed)
        joined = filled + refill[:, None] * (vacant - filled)
        enrolled[:, :, t] = np.where(withdrawn, seats[:, :, t], stayed + joined)
    total, still_there = enrolled.sum(1), kept.sum(1)

    per_member = np.array(
        [contribution(scenario, month, drawn["contribution.transport_share"]) for month in calendar]
    ).T
    old_age = 0.02 * scenario["contribution"]["income_base_idr"] * scenario["contribution"]["include_jht"]
    return {
        "enrolled": total,
        "contributions_idr": total * per_member,
        "contributions_without_jht_idr": total * (per_member - old_age),
        "payouts_idr": payouts(scenario, points, total, still_there, monthly, drawn, random),
    }


def settings(scenario, units, draws, random):
    """Each setting by path: [draws], or [draws, units] if it differs between offices."""
    uncertainty = scenario["uncertainty"]
    ranges = {one["setting"]: (one["low"], one["high"]) for one in uncertainty["ranges"]}
    leader = random.standard_normal(draws)
    together, own = uncertainty["leadership_correlation"], uncertainty["unit_variance_share"]
    opd = [float(unit["asn"]) for unit in units if unit["segment"] == "opd"]
    offices = np.array([max(1, float(unit["asn"]) * len(opd) / sum(opd)) if opd else 1 for unit in units])
    found = {}
    for path in (*LOGITS, *PLAIN, *LOGARITHMS):
        value = scenario
        for name in path.split("."):
            value = value[name]
        low, high = ranges.get(path, (value, value))
        normal = random.standard_normal(draws)
        if path in LEADERSHIP:
            normal = LEADERSHIP[path] * (math.sqrt(together) * leader + math.sqrt(1 - together) * normal)
        if path in ("delivery.realised_share", "delivery.pledge_share"):
            of_units = random.standard_normal((draws, len(units))) / np.sqrt(offices)
            normal = math.sqrt(1 - own) * normal[:, None] + math.sqrt(own) * of_units
        found[path] = (
            np.full(normal.shape, low, dtype=float) if low == high else between(path, low, high, normal)
        )
    return found


def between(path, low, high, normal):
    """The value in a range that corresponds to a standard normal number."""
    if path in LOGITS:
        low, high = (math.log(end / (1 - end)) for end in (low, high))
    elif path in LOGARITHMS:
        low, high = math.log(low), math.log(high)
    x = (low + high) / 2 + (high - low) / 2 * normal / STANDARD
    if path in LOGITS:
        return 1 / (1 + np.exp(-x))
    if path == "delivery.join_delay_months":
        x = np.floor(x + 0.5)
    elif path in LOGARITHMS:
        x = np.exp(x)
    return np.clip(x, *(PLAIN | LOGARITHMS)[path])


def all_seats(scenario, units, baseline_month, drawn):
    """Seats; [draws, units, months]."""
    month = np.arange(scenario["horizon_months"] + 1)
    undelayed = scenario | {"delivery": scenario["delivery"] | {"join_delay_months": 0}}
    start = oracle.start_months(undelayed, units, baseline_month)
    left = untouched(scenario, baseline_month, drawn)
    asn_factor = (1 + drawn["workforce.asn_growth_per_year"])[:, None] ** (month / 12)
    seats = np.zeros((len(asn_factor), len(units), len(month)))
    for u, unit in enumerate(units):
        seats[:, u, 0] = float(unit["enrolled"])
        if start[u] is None:
            continue
        kind, override = oracle.status(unit), oracle.override_of(scenario, unit)
        queued = kind == "outside" and override["join_month"] is None
        begins = start[u] + (drawn["delivery.join_delay_months"] if queued else 0 * left[:, 0])
        plan = scenario["participation"][unit["segment"]]
        workers = (
            plan["workers_per_asn"] if override["workers_per_asn"] is None else override["workers_per_asn"]
        )
        realised, asn = drawn["delivery.realised_share"][:, u], float(unit["asn"])
        if kind == "participating":
            least = np.full(len(realised), float(unit["enrolled"]) / asn)
        elif kind == "pledged":
            least = float(unit["pledge_workers"]) * drawn["delivery.pledge_share"][:, u] / asn
        else:
            least = drawn[f"participation.{unit['segment']}.entry_share"] * workers
        own = override["target_share"]
        plans = (
            np.full(len(least), own * workers)
            if own is not None
            else np.maximum(plan["target_share"] * workers, least)
        )
        opens = realised * least if kind == "outside" else least
        reached = np.where(plans > opens, opens + realised * (plans - opens), plans)
        reached = realised * plans if kind == "outside" else reached
        ramp_from = np.ones_like(begins) if kind == "participating" else begins + 1
        x = np.clip((month - ramp_from[:, None] + 1) / plan["ramp_months"], 0, 1)
        ratio = opens[:, None] + (reached - opens)[:, None] * curve(plan["curve"], x)
        if own is None:
            since = 0 * begins if kind == "participating" else np.minimum(begins, month[-1])
            then = np.take_along_axis(left, since.astype(int)[:, None], 1)
            room = np.maximum(0, drawn["growth.ceiling_share"][:, None] * workers - ratio)
            ratio += room * (1 - left / then)
        ratio[month < begins[:, None]] = 0
        seats[:, u, 1:] = (asn * asn_factor * ratio)[:, 1:]
    return seats


def curve(name, x):
    """How much of a ramp is done after a share x of its length."""
    return {
        "linear": x,
        "s-curve": 3 * x**2 - 2 * x**3,
        "front-loaded": (1 - np.exp(-3 * x)) / (1 - math.exp(-3)),
        "step": (x > 0).astype(float),
    }[name]


def untouched(scenario, baseline_month, drawn):
    """U(t); [draws, months]."""
    month = np.arange(scenario["horizon_months"] + 1)
    monev = scenario["monev"]
    left = (1 - drawn["growth.background_share_per_month"])[:, None] ** month
    if monev["first_month"] is None:
        return left
    first = oracle.relative_month(monev["first_month"], baseline_month)
    held = range(first, len(month), monev["every_months"])
    for k, h in enumerate(held[: monev["meetings"]]):
        push = drawn["growth.push_share"] * drawn["growth.push_repeat_factor"] ** k
        since = np.maximum(month - h, 0) / drawn["growth.push_half_life_months"][:, None]
        left = left * (1 - push)[:, None] ** (1 - 2.0**-since)
    return left


def death_rates(scenario, points, deaths, calendar, drawn, draws, random):
    """The yearly death rate of each draw and month; [draws, months]."""
    risk, uncertainty = scenario["risk"], scenario["uncertainty"]
    if risk["deaths_per_1000_year"] is not None:
        rate = drawn["risk.deaths_per_1000_year"] / 1000
    else:
        exposure = oracle.exposure_person_years(points) if deaths is not None else 0.0
        shape = risk["prior_deaths_per_1000_year"] / 1000 * risk["prior_person_years"] + (deaths or 0)
        spread = math.sqrt(math.log1p(uncertainty["exposure_cv"] ** 2))
        factor = np.exp(random.normal(-(spread**2) / 2, spread, draws))
        person_years = risk["prior_person_years"] + exposure * factor
        nobody = shape == 0 or not person_years.all()
        rate = np.zeros(draws) if nobody else random.gamma(shape, 1, draws) / person_years
    years = sorted({month[:4] for month in calendar})
    cv = uncertainty["mortality_year_cv"]
    factors = random.gamma(cv**-2, cv**2, (draws, len(years))) if cv else np.ones((draws, len(years)))
    return np.minimum(1, rate[:, None] * factors[:, [years.index(month[:4]) for month in calendar]])


def contribution(scenario, month, transport_share):
    """Rupiah a member pays for a month, JHT included; [draws]."""
    ends = [
        oracle.contribution_per_member(
            {"contribution": scenario["contribution"] | {"transport_share": share}}, month
        )
        for share in (0.0, 1.0)
    ]
    return ends[0] + (ends[1] - ends[0]) * transport_share


def payouts(scenario, points, total, still_there, monthly, drawn, random):
    """Rupiah paid out; [draws, months]."""
    draws, months = total.shape
    stay = np.ones_like(total)
    for t in range(1, months):
        stay[:, t] = np.where(
            total[:, t - 1] > 0, still_there[:, t] / np.where(total[:, t - 1] > 0, total[:, t - 1], 1), 0
        )
    over_3, over_36 = (members_since(k, total, stay, points) for k in (3, 36))
    scholarship = drawn["risk.scholarship_per_death_idr"][:, None]
    paid = random.poisson((total - over_3) * monthly) * 10e6
    paid = paid + random.poisson(np.maximum(over_3 - over_36, 0) * monthly) * 42e6
    paid = paid + random.poisson(over_36 * monthly) * (42e6 + scholarship)
    accidents = random.poisson(total * drawn["risk.accidents_per_1000_year"][:, None] / 1000 / 12)
    fatal = random.binomial(accidents, drawn["risk.fatal_share"][:, None])
    paid = paid + fatal * (48 * scenario["contribution"]["income_base_idr"] + 22e6 + scholarship)
    spread = math.sqrt(math.log1p(scenario["uncertainty"]["nonfatal_cost_cv"] ** 2))
    others = (accidents - fatal).ravel()
    cost = random.lognormal(-(spread**2) / 2, spread, others.sum())
    of_cell = np.bincount(np.repeat(np.arange(others.size), others), cost, others.size).reshape(draws, months)
    return paid + of_cell * drawn["risk.nonfatal_cost_idr"][:, None]


def members_since(count, total, stay, points):
    """Members who have been members for at least `count` months; [draws, months]."""
    found = np.empty_like(total)
    for t in range(total.shape[1]):
        then = t - count
        members = total[:, then] if then >= 0 else np.full(len(total), oracle.history_members(points, then))
        for later in range(max(then, 0) + 1, t + 1):
            members = members * stay[:, later]
        found[:, t] = np.minimum(members, total[:, t])
    return found
