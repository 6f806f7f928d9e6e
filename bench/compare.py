"""Hold the answers of two versions of ocdb against each other, byte by byte, on the same world.

Each version is a checkout, and answers from a database that it has loaded itself; both may be one file.

  python -m bench.world 100000 world --format yaml
  (cd old && .venv/bin/ocdb --db ../old.sqlite load ../world)
  (cd new && .venv/bin/ocdb --db ../new.sqlite load ../world)
  python -m bench.compare old old.sqlite new new.sqlite --kept /tmp/old-answers

With ``--with "--as-of 2015"`` each question is asked with these words, too.

Prints how the answers differ, and exits with 1 if any does.
"""

import argparse
import difflib
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from pathlib import Path

from ocdb.kinds import CLAIMS

TODAY = "2026-11-22"
SHOWN = 12  # lines of a difference
LISTS = (*(kind.plural for kind in CLAIMS), "claims", "operators", "institutions", "officials", "places", "sources")
PERIOD = "--since 2015 --until 2019"
FILTERS = (
    "--country TG", "--country MA", "--country Africa", "--place tg-lome", "--place ma-oriental", "--operator Webhelp",
    "--operator Intelcia --as-named", "--operator {operator}", "--place {place}", "--source {source}", "--site {site}",
    "--official {official}", "--institution {institution}", "--country MA --operator {operator}", PERIOD,
    f"{PERIOD} --possible", f"--country MA {PERIOD}", "--limit 7", "--country MA --sort -id --limit 5",
)  # fmt: skip
SCOPES = (
    "", "--country TG", "--country MA", "--country Africa", "--place ma-oriental", "--place {place}",
    "--operator Webhelp", "--operator {operator}", "--operator Webhelp --country MA", "--source {source}",
)  # fmt: skip
EXTRAS = {
    "jobs": ("", "--counted --left-out", "--sources --reports", "--due-by 2020", "--basis government",
             "--by operator", "--by country", "--by place", "--by year"),
    "losses": ("", "--counted --left-out", "--since 2015", "--by operator", "--by country", "--by place", "--by year"),
    "pledges": ("", "--overdue", "--verdict no_evidence", "--basis government", "--sources", PERIOD, "--limit 5"),
    "delivery": ("", "--by operator", "--by year", "--by basis", "--sources"),
    "timeline": ("", PERIOD, "--kind opening", "--status planned", "--category gain", "--limit 9"),
    "conflicts": ("", "--open", "--kind pledge"),
    "review": ("", "--kind overdue_pledge", "--months 6", "--limit 9"),
    "coverage": ("",),
    "chart": ("", "--by country", "--by operator", "--line levels"),
}  # fmt: skip
SINGLE = (
    "show {operator}", "show Webhelp", "show TG", "show MA --all", "show {place}", "show {source}", "show {site}",
    "show {pledge} --sources", "show {event}", "show {official}", "show {institution}", "search Webhelp",
    "search {word}", "search emplois --limit 50", "search zzz", "compare TG MA", "compare Webhelp {operator}",
    "compare {place} tg-lome", "cite {pledge} -f text", "cite {source} -f bibtex", "list sites --country TG --on 2018",
    "list sites --columns id,operator_name --sort operator_name,-id",
)  # fmt: skip
# What is asked about, beside what the real fixtures have: of each kind one in the middle of the alphabet.
SUBJECTS = ("operator", "official", "institution", "place", "source", "site", "event", "pledge")


@dataclass(frozen=True)
class Version:
    """A checkout of ocdb and its database."""

    checkout: Path
    database: str
    seconds: float

    def answer(self, question: str) -> str:
        """Return what it prints to a question: exit code, standard output and standard error, in one text."""
        own = {"PYTHONPATH": str(self.checkout), "OCDB_TODAY": TODAY, "COLUMNS": "160", "NO_COLOR": "1"}
        python = self.checkout / ".venv/bin/python"
        command = [str(python), "-m", "ocdb", "--lang", "en", "--db", self.database, *question.split()]
        try:
            done = subprocess.run(
                command, env=os.environ | own, capture_output=True, text=True, check=False, timeout=self.seconds
            )
        except subprocess.TimeoutExpired:
            return f"no answer in {self.seconds:.0f} s\n"
        text = f"exit code {done.returncode}\n{done.stdout}\n{done.stderr}"
        return text.replace(self.database, "DATABASE")


def questions(version: Version) -> Iterator[str]:
    """Yield all questions, with each format, about what stands in the database of a version."""
    subjects = {kind: _middle(version, kind) for kind in SUBJECTS}
    subjects["word"] = subjects["operator"].split("-")[0]
    plain = [f"list {kind} {narrow}" for kind, narrow in product(LISTS, ("", *FILTERS))]
    plain += [f"{name} {extra} {scope}" for name, extras in EXTRAS.items() for extra, scope in product(extras, SCOPES)]
    for question in (*plain, *SINGLE):
        asked = " ".join(question.format_map(subjects).split())
        yield from [asked] if " -f " in asked else (f"{asked} -f {form}" for form in ("tsv", "json"))


def _middle(version: Version, kind: str) -> str:
    view = next((one.view for one in CLAIMS if one.name == kind), f"v_{kind}s")
    python = version.checkout / ".venv/bin/python"
    sql = f"SELECT id FROM {view} ORDER BY id LIMIT 1 OFFSET (SELECT COUNT(*) / 2 FROM {view})"
    command = [str(python), "-m", "ocdb", "--db", version.database, "sql", sql, "-f", "json"]
    own = os.environ | {"PYTHONPATH": str(version.checkout)}
    found = json.loads(subprocess.run(command, env=own, capture_output=True, text=True, check=True).stdout)
    rows = found["rows"] if isinstance(found, dict) else found
    return str(rows[0]["id"])


def kept_answer(version: Version, question: str, kept: Path | None) -> str:
    """Return the answer of a version, from a directory where it stands already."""
    if kept is None:
        return version.answer(question)
    name = hashlib.sha256(f"{version.checkout}\n{version.database}\n{question}".encode()).hexdigest()
    place = kept / name[:24]
    if not place.exists():
        kept.mkdir(parents=True, exist_ok=True)
        place.write_text(version.answer(question), encoding="utf-8")
    return place.read_text(encoding="utf-8")


def differences(old: str, new: str) -> list[str]:
    """Return the first lines in which two answers differ."""
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), "old", "new", lineterm="", n=0)
    return list(islice(lines, SHOWN))


def main() -> None:
    """Compare what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("old", "new"):
        parser.add_argument(name, type=Path, help="a checkout with its .venv")
        parser.add_argument(f"{name}_database", help="the database that it loaded")
    parser.add_argument("--kept", type=Path, help="where the answers of the old version are kept for the next run")
    parser.add_argument("--only", default="", help="a regular expression: ask only the questions that it finds")
    parser.add_argument("--every", type=int, default=1, help="ask only each so many of them")
    parser.add_argument("--with", dest="more", default="", help="words that are added to each question")
    parser.add_argument("--seconds", type=float, default=600, help="how long an answer may take (default: 600)")
    given = parser.parse_args()
    old = Version(given.old.resolve(), given.old_database, given.seconds)
    new = Version(given.new.resolve(), given.new_database, given.seconds)
    asked = differing = 0
    chosen = filter(re.compile(given.only).search, questions(old))
    for plain in islice(chosen, None, None, given.every):
        question = f"{plain} {given.more}".rstrip()
        before, after = kept_answer(old, question, given.kept), new.answer(question)
        asked += 1
        if before != after:
            differing += 1
            print(f"ocdb {question}", *differences(before, after), sep="\n  ", flush=True)
    print(f"{asked} questions, {differing} of them with different answers")
    sys.exit(bool(differing))


if __name__ == "__main__":
    main()
