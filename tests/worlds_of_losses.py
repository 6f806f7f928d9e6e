"""Small worlds of losses: two sources, and what they state."""

from functools import cache
from pathlib import Path

from tests.commands import loaded_text

EARLY = """
source: {id: early-2019, publisher: Early, language: en, published: 2019-03-04}
operators:
- {id: alpha, name: Alpha}
- {id: beta, name: Beta}
"""
LATE = "source: {id: late-2021, publisher: Late, language: en, published: 2021-09-10}\n"

# A plan of 300 that came about with 250; a plan of 500, of which 200 went so far; seats; another's count; a plan that
# was given up; a plan that a later source tells as done.
PLANS = """
losses:
- id: alpha-lome-2019-300
  cite: 1
  operators: alpha
  at: tg-lome
  cause: dismissal
  status: planned
  figure: 300
  measure: jobs
  basis: operator
  date: 2020
  announced: 2019-03-04
- id: alpha-togo-2019-500
  cite: 2
  operators: alpha
  at: TG
  cause: cut
  status: planned
  figure: {at_least: 500}
  measure: jobs
  basis: operator
  date: 2019/2022
- id: beta-douala-2019-40
  cite: 3
  operators: beta
  at: CM
  status: planned
  figure: 40
  measure: headcount
  basis: operator
  date: 2019-12
- id: beta-seats-2019-80
  cite: 4
  operators: beta
  at: CM
  cause: closure
  status: happened
  figure: 80
  measure: seats
  basis: operator
  date: 2019-01
- id: beta-togo-2019-60
  cite: 5
  operators: beta
  at: TG
  status: planned
  figure: 60
  measure: jobs
  basis: operator
  date: 2020-06
"""
FACTS = """
losses:
- id: alpha-lome-2020-250
  cite: 1
  operators: alpha
  at: tg-lome
  cause: dismissal
  status: happened
  figure: 250
  measure: jobs
  basis: operator
  date: 2020-05
  revises: alpha-lome-2019-300
- id: alpha-kara-2021-200
  cite: 2
  operators: alpha
  at: TG
  cause: departure
  status: happened
  figure: 200
  measure: headcount
  basis: operator
  date: 2021
  part_of: alpha-togo-2019-500
- id: union-togo-2021-900
  cite: 3
  at: TG
  status: happened
  figure: {at_least: 900}
  measure: jobs
  basis: federation
  date: 2021
developments:
- {id: beta-douala-gone, cite: 4, concerns: beta-douala-2019-40, status: happened, date: 2020-02}
- {id: beta-togo-off, cite: 5, concerns: beta-togo-2019-60, status: cancelled}
"""


@cache
def losses() -> Path:
    """Return a database with losses of two operators in two countries, as two sources tell of them."""
    return loaded_text(EARLY + PLANS, LATE + FACTS)
