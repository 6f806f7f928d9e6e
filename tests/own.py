"""Small fixtures of our own, with what the packaged ones don't have: odd names, retired slugs, conflicts."""

from functools import cache
from pathlib import Path

from tests.commands import loaded_text

ODD = r"""
source:
  id: odd-2020
  publisher: "Le [red]Journal[/red]"
  title: "Line one\nline two\twith a tab"
  language: fr
  published: 2020-05

places:
- {id: ci-dabou, kind: city, name: Dabou, country: CI}

operators:
- id: odd-operator
  name: Odd Société
  names:
  - {name: Vieux Nom, kind: former}
  - {name: Odde Societé, kind: misspelling}
  - {name: OS, kind: acronym}
- {id: markup, name: "[red]Rouge[/red] [link=x]"}
- {id: escape, name: "Esc\e[31mape\e]0;owned\a"}
- {id: eight-bit, name: "CSI \u009b31m"}
- {id: bidi, name: "abc\u202Edef\u2066ghi"}
- {id: lines, name: "Tab\tand\nline"}
- {id: pipe, name: "A | B", note: Not a namesake of anybody.}
- {id: comma, name: "A, \"B\""}
- {id: wide, name: "電話センター株式会社"}
- {id: long, name: "Donaudampfschifffahrtsgesellschaftskapitänswitwe"}
- {id: percent, name: "100% Call_Center"}
- {id: namesake-1, name: Namesake}
- {id: namesake-2, name: Namesake}

retired:
- {id: odd-old-slug, successor: odd-operator, reason: It was a slug of another spelling.}
- {id: odd-gone, reason: It never existed.}

sites:
- {id: odd-dabou, cite: 1, operator: odd-operator, at: ci-dabou, status: open}

pledges:
- id: odd-2020-range
  cite: 1
  operators: odd-operator
  at: ci-dabou
  figure: {range: [300, 400]}
  measure: jobs
  basis: operator
  announced: 2020
  due: 2022
"""


@cache
def odd() -> Path:
    """Return a database with odd names."""
    return loaded_text(ODD)
