"""Writes docs/sources.md from data/sources.json, which has the sources: python docs/make_sources.py"""

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
INTRODUCTION = """# Sources

Written by `python docs/make_sources.py` from `data/sources.json`; change that file, never this one. The app
shows the same text in Indonesian. S1–S19 were published, S20 is a regency's own list, S21–S36 are
arithmetic on published figures, S40–S69 are assumptions, S70 and above say how each was read. Regulations
were read in the press and on service pages, none in its own text.
"""


def render(sources: dict) -> str:
    """The Markdown of all sources in the order of the file, each under a heading `## S<number> <title>`."""
    sections = [
        f"""## {key} {source["title"]["en"]}

- Publisher: {source["publisher"]["en"]}
- Date: {source["date"]}
- Read as: {source["basis"]}
- Supports: {source["supports"]["en"]}
"""
        for key, source in sources.items()
    ]
    return "\n".join([INTRODUCTION, *sections])


if __name__ == "__main__":
    content = json.loads((ROOT / "data" / "sources.json").read_text(encoding="utf-8"))
    (ROOT / "docs" / "sources.md").write_text(render(content), encoding="utf-8", newline="\n")
