"""Holds what ocdb says against worlds whose truth is known, told by a press that rounds, repeats and stays silent."""

import argparse
import os
import sys

from scripts.worlds import before
from scripts.worlds.databases import sample
from scripts.worlds.making import make
from scripts.worlds.run import Tally, commit, run, smallest, told
from scripts.worlds.showing import show


def main() -> int:
    """Run what the command line asks for; return 1 where something is false."""
    parser = argparse.ArgumentParser(prog="python -m scripts.worlds", description=__doc__)
    parser.add_argument("--count", type=int, default=20_000, help="how many worlds (20000)")
    parser.add_argument("--seed", type=int, default=1, help="decides which worlds (1)")
    parser.add_argument("--first", type=int, default=0, metavar="NUMBER", help="begin with this one of that seed (0)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (as many as processors)")
    parser.add_argument("--strict", action="store_true", help="also hold totals to what the rules leave open")
    parser.add_argument("--databases", type=int, default=0, metavar="N", help="take so many through real ones (0)")
    parser.add_argument("--worlds", type=int, default=5, metavar="N", help="print so many smallest worlds (5)")
    parser.add_argument("--about", type=int, default=3, metavar="N", help="print so many features of each kind (3)")
    parser.add_argument("--rules", default=commit(), help="name of the rules that run (the last commit of ocdb)")
    parser.add_argument("--store", action="store_true", help="store the result, to be printed beside later ones")
    parser.add_argument("--show", type=int, metavar="NUMBER", help="show one world of that seed, and run nothing")
    parser.add_argument("--kind", help="with --show: only what is needed to show that something of this kind is false")
    given = parser.parse_args()
    if given.show is not None:
        return _show(given)
    tally = run(given.seed, range(given.first, given.first + given.count), given.jobs, strict=given.strict)
    result = tally.result(given.rules, given.seed, given.count)
    print("\n".join(told(result)))
    _print_worlds(tally, given)
    if given.store:
        before.write(result)
    others = list(sample(given.seed, range(given.first, given.first + given.databases)))
    print(
        "\n".join(["", f"{given.databases} worlds through SQLite and PostgreSQL: {len(others)} differences", *others])
    )
    return int(bool(result.violations or others))


def _show(given: argparse.Namespace) -> int:
    made = make(given.seed, given.show)
    if given.kind:
        small = smallest(given.seed, given.show, given.kind, strict=given.strict)
        if not small:
            print(f"Nothing of the kind {given.kind!r} is false in world {given.show} of seed {given.seed}.")
            return 1
        made = small[0]
    print("\n".join(show(made, strict=given.strict)))
    return 0


def _print_worlds(tally: Tally, given: argparse.Namespace) -> None:
    """Print of each kind what it is about, and of the most frequent kinds the smallest world."""
    for rank, (kind, times) in enumerate(tally.kinds.most_common()):
        _, number, violation = tally.smallest[kind]
        print(
            f"\n== {kind}: {times} times; python -m scripts.worlds --seed {given.seed} --show {number} --kind '{kind}'"
        )
        print(f"   {violation.subject}: {violation.detail}")
        for about, share in tally.about[kind].most_common(given.about):
            print(f"   {share:>6} {about}")
        if rank < given.worlds and (small := smallest(given.seed, number, kind, strict=given.strict)):
            print("\n".join(f"   {line}" for text in show(small[0]) for line in text.splitlines()))


if __name__ == "__main__":
    sys.exit(main())
