"""Results of benchmarks compared with their required values, in words and as charts."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go
from plotly.subplots import make_subplots


def short(number: float) -> str:
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


@dataclass(frozen=True)
class Claim:
    """One result; `of` shows how it was computed ("2,795 ÷ 106 ms"), `curve` has sizes and their values."""

    what: str
    measured: float
    unit: str = "times"
    of: str = ""
    at_least: float | None = None
    at_most: float | None = None
    curve: tuple[Sequence[float], Sequence[float]] | None = None

    @property
    def target(self) -> float | None:
        return self.at_most if self.at_least is None else self.at_least

    @property
    def margin(self) -> float | None:
        """How many times better than required, below 1 if missed; None if nothing is required."""
        if self.at_least is not None:
            return self.measured / self.at_least
        return None if self.at_most is None else self.at_most / self.measured

    def __str__(self) -> str:
        text = f"{self.what}: {short(self.measured)} {self.unit}" + (f" ({self.of})" if self.of else "")
        if self.margin is None:
            return text
        way = "at most" if self.at_least is None else "at least"
        return f"{text}, asked {way} {self.target:,g}" + (", MISSED" if self.margin < 1 else "")


def drawn(claims: list[Claim]) -> go.Figure:
    """A chart of how many times better than required each claim is; missed ones are left of the line."""
    with_margin = [(claim, claim.margin) for claim in claims if claim.margin is not None][::-1]
    figure = go.Figure(
        go.Scatter(
            x=[margin for _, margin in with_margin],
            y=[claim.what for claim, _ in with_margin],
            text=[f"{short(claim.measured)}, asked {claim.target:,g}" for claim, _ in with_margin],
            mode="markers+text",
            textposition="top center",
            marker={
                "size": 12,
                "color": ["#b04a00" if margin < 1 else "#1b5e8c" for _, margin in with_margin],
                "symbol": ["x" if margin < 1 else "circle" for _, margin in with_margin],
            },
        )
    )
    figure.add_vline(1, line={"width": 1, "dash": "dot", "color": "#555555"})
    figure.update_xaxes(type="log", title="times better than asked")
    figure.update_yaxes(automargin=True)
    missed = sum(margin < 1 for _, margin in with_margin)
    figure.update_layout(
        title=f"{len(with_margin) - missed} of {len(with_margin)} hold what was asked for, {missed} miss it",
        template="simple_white",
        height=200 + 45 * len(with_margin),
    )
    return figure


def curves(claims: list[Claim]) -> go.Figure:
    """Charts of the results that grow with a size, each on logarithmic axes."""
    grown = [(claim.what, *claim.curve) for claim in claims if claim.curve]
    figure = make_subplots(rows=len(grown) // 2, cols=2, subplot_titles=[what for what, *_ in grown])
    for i, (what, sizes, values) in enumerate(grown):
        line = {"color": "#1b5e8c"}
        figure.add_scatter(x=sizes, y=values, name=what, line=line, row=i // 2 + 1, col=i % 2 + 1)
    figure.update_xaxes(type="log").update_yaxes(type="log").update_yaxes(title="ms", col=1)
    figure.update_yaxes(title="MB", col=2)
    return figure.update_layout(showlegend=False, template="simple_white", height=120 * len(grown))
