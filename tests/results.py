"""The series of a projection by the column names of the command line, and when two of them count as equal."""

import numpy as np

from simulator.model.metrics import COLUMNS, JOINED_THRESHOLD, METRICS

IDR_FLOOR = 1e6  # 1e-9 of a number, but at least 1e-9 of a worker and 1e-3 Rupiah


def assert_close(found, expected, name):
    """Equal to 1e-9 relative, or to 1e-9 of a worker or 1e-3 Rupiah if larger; `name` decides the unit."""
    found, expected = np.asarray(found, dtype=float), np.asarray(expected, dtype=float)
    assert found.shape == expected.shape, name
    apart = np.abs(found - expected) / np.maximum(
        IDR_FLOOR if name.endswith("_idr") else 1.0, np.abs(expected)
    )
    assert np.all(apart <= 1e-9), (
        f"{name}: {found.flat[apart.argmax()]!r} for {expected.flat[apart.argmax()]!r}"
    )


def totals(p):
    """The columns of `run`, each [months]; without `units_joined` if rounding would decide it."""
    undecided = np.any(np.abs(p.enrolment.enrolled - JOINED_THRESHOLD) < 1e-9)
    return {name: METRICS[name].series(p) for name in COLUMNS if not (name == "units_joined" and undecided)}


def of_units(p):
    """The columns of `run --units`, each [units, months]."""
    return {
        "asn": p.seats.asn,
        "seats": p.seats.seats,
        "enrolled": p.enrolment.enrolled,
        "contributions_idr": p.enrolment.enrolled * (p.contribution_per_member_idr + p.jht_per_member_idr),
        "payouts_idr": p.unit_share * p.payouts_idr,
    }


def assert_series_close(found, expected):
    """The series that both have are equal, and there is at least one."""
    both = found.keys() & expected.keys()
    assert both
    for name in both:
        assert_close(found[name], expected[name], name)


def assert_same_results(found, expected):
    """Two projections agree in every series, in total and unit by unit."""
    assert_series_close(totals(found), totals(expected))
    assert_series_close(of_units(found), of_units(expected))
