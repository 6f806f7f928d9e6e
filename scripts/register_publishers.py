"""Adds the publishers of fixtures that the register doesn't have yet, by name alone, and says which are near to others.

    python -m scripts.register_publishers            # the fixtures of this checkout
    python -m scripts.register_publishers --check    # changes nothing

Country and kind are for whoever keeps the register, and so is to join what is one: `names:` takes other spellings.
"""

import sys
from difflib import get_close_matches
from pathlib import Path

from ocdb.curation.comments import comments_of
from ocdb.curation.corpus import gather
from ocdb.curation.reading import read
from ocdb.intake.sheets.slugs import free
from ocdb.intake.writing import dump
from ocdb.text import fold, slug

ROOT = Path(__file__).resolve().parent.parent
REGISTER = ROOT / "seeds" / "publishers.yaml"
NEAR = 0.8


def main() -> None:
    """Add what is missing, sorted by slug."""
    corpus = gather([ROOT / "seeds", ROOT / "fixtures"])
    known = {spelling: entry.record.name for spelling, entry in corpus.publishers.items()}
    taken = {entry.record.id for entry in corpus.of("publisher")}
    added = []
    for name in sorted({str(entry.record.publisher) for entry in corpus.of("source")}):
        if fold(name) in known:
            continue
        near = [known[spelling] for spelling in get_close_matches(fold(name), known, n=2, cutoff=NEAR)]
        sys.stdout.write(f"{name}  near {', '.join(near)}\n" if near else f"{name}\n")
        key = free(slug(name) or "publisher", taken.__contains__)
        taken.add(key)
        known[fold(name)] = name
        added.append({"id": key, "name": name})
    if added and "--check" not in sys.argv[1:]:
        publishers = [*read(REGISTER).data["publishers"], *added]
        publishers.sort(key=lambda one: str(one["id"]))
        head = comments_of(REGISTER.read_text("utf-8")).head
        text = "".join(f"{line}\n" for line in head) + dump({"publishers": publishers})
        REGISTER.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
