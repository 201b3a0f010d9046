"""The day on screen and on paper is today, or the day that is set for it."""

from datetime import date

import pytest

from simulator import clock
from simulator.__main__ import main
from simulator.errors import UserError
from simulator.ui.entrance import check_start
from tests.browser import ROOT

PLEDGES = str(ROOT / "scenarios" / "komitmen-september.json")


def test_it_is_the_day_of_now_unless_another_is_given(monkeypatch):
    monkeypatch.delenv(clock.GIVEN)
    before = date.today()
    assert before <= clock.today() <= date.today()
    monkeypatch.setenv(clock.GIVEN, "1924992000")
    assert clock.today() == date(2031, 1, 1)


def test_what_is_handed_out_has_the_day_that_is_given(monkeypatch, tmp_path):
    monkeypatch.setenv(clock.GIVEN, "1924992000")
    assert main(["pack", PLEDGES, "--html", "--out", str(tmp_path)]) == 0
    (page,) = tmp_path.iterdir()
    assert "1 Januari 2031" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("given", ["kemarin", "1.5", "9" * 30])
def test_what_is_no_day_is_refused_in_both_languages_before_anything_starts(monkeypatch, capsys, given):
    monkeypatch.setenv(clock.GIVEN, given)
    with pytest.raises(UserError):
        clock.today()
    with pytest.raises(SystemExit):
        check_start()
    output = capsys.readouterr().err
    assert f"{clock.GIVEN}: '{given}' bukan tanggal dalam detik" in output
    assert f"{clock.GIVEN}: '{given}' is not a date in seconds" in output
