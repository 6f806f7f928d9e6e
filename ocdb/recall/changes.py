"""Checks what changed since the last time, and what hangs together with that.

What a check finds of a record follows from that record, from what it names, and from what names it. Where it follows
from more, as from all claims that are like it, it is only found out here that there is nothing to tell, before the
change and after: where there may be something, all is checked anew. So it is where a register changed on which all
rests: places, countries, codes, judgements, retired slugs.
"""

from collections.abc import Iterable
from dataclasses import astuple, dataclass, replace

from ocdb.curation.checks import CHECKS
from ocdb.curation.checks.names import NAMED, alike, spellings
from ocdb.curation.corpus import CLAIMS, PARTIES, Corpus
from ocdb.curation.entry import Entry
from ocdb.curation.problems import MOST_SUGGESTED, Problem
from ocdb.recall.listing import Listing
from ocdb.recall.memory import Memory
from ocdb.recall.noting import LEFT_OUT, Noting, note_all, ties
from ocdb.recall.part import Known, Part, StaleError

# Of more files it is as soon found out from all of them.
MOST_CHANGED, MOST_TOUCHED = 100, 1_000
# The kinds of records whose change bears on those that name them, and on no others.
LOCAL = {*CLAIMS, *PARTIES, "source", "citation", "coverage", "search"}
# The checks whose remedies name words that are near a wrong one, for the first few wrong ones.
SUGGESTING = ("unknown-slug", "retired-slug")
NARROW = {code for code, one in CHECKS.items() if one.reach == "record"}
LINKED = [one for one in CHECKS.values() if one.reach == "links"]

Records = dict[tuple[str, str | None], int]


class AllError(Exception):
    """Everything has to be checked."""


def note(memory: Memory, corpus: Corpus, files: Listing, found: list[Problem]) -> None:
    """Note all files of a corpus without errors, and what was found in them."""
    note_all(memory, corpus, files)
    memory.add("problem", map(astuple, found))


@dataclass(frozen=True)
class Changed:
    """What changed in some files since they were noted.

    Attributes:
        problems: the problems of all files.
        records: the records that changed, came or went, by kind and slug; of a changed file all claims.
        claims: the claims of changed files and those that they cite, with all that these are or were linked with.
        entries: all records of changed files as they are now.
        known: all records.
    """

    problems: list[Problem]
    records: set[tuple[str, str | None]]
    claims: set[str]
    entries: list[Entry]
    known: Known


def checked(memory: Memory, files: Listing) -> list[Problem] | None:
    """Return the problems of some files, and note what changed; None where all have to be checked.

    Args:
        memory: what is remembered; it stays as it was where nothing is returned.
        files: the files as they are now.
    """
    bounds = "SELECT 1 FROM record JOIN file ON file.id = record.file WHERE kind = 'expectation' AND NOT around"
    found = None if memory.rows(bounds) else changed(memory, files)
    return found.problems if found else None


def changed(memory: Memory, files: Listing) -> Changed | None:
    """Return what changed in some files, and note it; None where all have to be read and checked.

    Bounds on all records together (`expected:`) are left to whoever asks for them.

    Args:
        memory: what is remembered; it stays as it was where nothing is returned.
        files: the files as they are now.
    """
    memory.connection.execute("SAVEPOINT changes")
    try:
        found = _Changes(memory, files).found()
    except (AllError, StaleError):
        memory.connection.execute("ROLLBACK TO changes")
        found = None
    memory.connection.execute("RELEASE changes")
    return found


class _Changes:
    """What changed in some files, and on what that bears.

    Attributes:
        claims: the claims that were linked with changed ones, directly or through others, or are now.
        keys: what changed records had in common with others, or have now, by the sort of tie.
        slugs: those whose records changed, came or went.
        parties: those whose names may be told apart otherwise now.
        records: the records that changed, came or went; of a changed file all claims.
        spellings: how the parties in changed files were spelled: kind and name.
        likes: whether one of the changed claims was among others that might be the same, or is now.
    """

    def __init__(self, memory: Memory, files: Listing) -> None:
        self.memory, self.files = memory, files
        known = {
            name: (number, digest)
            for name, number, digest in memory.rows("SELECT name, id, digest FROM file WHERE NOT around")
        }
        if not known:
            raise AllError
        self.gone = [number for name, (number, _digest) in known.items() if name not in files]
        self.new = [name for name in files if name not in known]
        self.other = [known[name][0] for name, seen in files.items() if name in known and known[name][1] != seen.digest]
        if len(self.gone) + len(self.new) + len(self.other) > MOST_CHANGED:
            raise AllError
        self.claims: set[str] = set()
        self.keys: dict[str, set[int]] = {}
        self.slugs: set[str] = set()
        self.parties: set[str] = set()
        self.records: set[tuple[str, str | None]] = set()
        self.spellings: set[tuple[str, str]] = set()
        self.likes = False

    def found(self) -> Changed:
        """Return what changed, with all problems.

        Raises:
            AllError: they can't be told from what changed.
        """
        before = [*self.gone, *self.other]
        old = self._records(before)
        self._touch(before, old)
        names = [name for file in before for (name,) in self.memory.rows("SELECT name FROM file WHERE id = ?", (file,))]
        known, now = self._renewed()
        new = self._records(now)
        self._touch(now, new)
        self._compare(old, new)
        self._refuse_standing(names)
        self._refuse_linked(known)
        self._refuse_alike(known)
        self._refuse_near_names(known)
        problems = self._told(known, names, self._looked_at(now))
        return Changed(problems, self.records, self.claims, known.of(now), known)

    # --- what changed, and on what it bears ---

    def _records(self, files: Iterable[int]) -> Records:
        """Return the records of some files by kind and slug, each with what tells whether it is the same."""
        sql = "SELECT kind, slug, digest FROM record WHERE file = ? AND NOT gone"
        return {(kind, slug): digest for file in files for kind, slug, digest in self.memory.rows(sql, (file,))}

    def _touch(self, files: list[int], records: Records) -> None:
        """Note on what the records of changed files bear, as the memory has them at this time."""
        memory = self.memory
        kinds = {kind for kind, _slug in records}
        claims = {slug for kind, slug in records if slug and kind in CLAIMS}
        claims |= memory.texts("SELECT slug FROM mention WHERE cited AND file = ?", files)
        self.claims |= self._linked(claims | self.claims)
        for file in files:
            for sort, key in memory.rows("SELECT DISTINCT sort, key FROM tie WHERE file = ?", (file,)):
                self.keys.setdefault(sort, set()).add(key)
            self.spellings |= set(memory.rows("SELECT kind, name FROM spelling WHERE file = ?", (file,)))
        self.likes |= self._shared(self.keys.get("like", set()))
        named = memory.texts("SELECT slug FROM mention WHERE file = ?", files)
        if "position" in kinds:
            self.slugs |= {slug for slug in named if self._is_a("official", slug)}
        if "succession" in kinds:
            self.parties |= {slug for slug in named if self._is_a("operator", slug)}

    def _is_a(self, kind: str, slug: str) -> bool:
        return bool(self.memory.rows("SELECT 1 FROM record WHERE slug = ? AND kind = ?", (slug, kind)))

    def _shared(self, keys: set[int]) -> bool:
        return any(len(self.memory.texts("SELECT record FROM tie WHERE key = ?", [key])) > 1 for key in keys)

    def _linked(self, claims: set[str]) -> set[str]:
        """Return claims with all that are linked with them, directly or through others."""
        found, waiting = set(claims), list(claims)
        sql = "SELECT other FROM link WHERE one = :slug UNION SELECT one FROM link WHERE other = :slug"
        while waiting:
            some = {row[0] for row in self.memory.connection.execute(sql, {"slug": waiting.pop()})} - found
            found |= some
            waiting += some
            if len(found) > MOST_TOUCHED:
                raise AllError
        return found

    def _renewed(self) -> tuple[Known, list[int]]:
        """Note the changed files as they are now; return all records, and the numbers of these files."""
        memory = self.memory
        for file in (*self.gone, *self.other):
            memory.forget(file)
        for file in self.gone:
            memory.connection.execute("DELETE FROM file WHERE id = ?", (file,))
        for name in self.new:
            memory.connection.execute("INSERT INTO file (name, around) VALUES (?, 0)", (name,))
        known = Known(memory)
        numbers = {name: number for number, name in known.names.items() if name in self.files}
        now = [*self.other, *(numbers[name] for name in self.new)]
        shaped = [known.shaped(number) for number in now]
        if any(file.problems or file.broken for file in shaped):
            raise AllError
        Noting(memory, Part(known, ()), numbers).note(entry for file in shaped for entry in file.entries)
        for number in now:
            digest = self.files[known.names[number]].digest
            memory.connection.execute("UPDATE file SET digest = ? WHERE id = ?", (digest, number))
        return Known(memory), now  # what was looked up before it was noted isn't known yet

    def _compare(self, old: Records, new: Records) -> None:
        """Note which slugs changed.

        Raises:
            AllError: what bears on all claims changed, or a slug that several records bear.
        """
        changed = {key for key in old.keys() | new.keys() if key[0] in CLAIMS or old.get(key) != new.get(key)}
        if any(kind not in LOCAL for kind, _slug in changed):
            raise AllError
        self.records = changed
        self.slugs |= {slug for _kind, slug in changed if slug}
        self.parties |= {slug for kind, slug in changed if slug and kind in NAMED}
        for kind, slug in changed:
            bearers = [one for (one,) in self.memory.rows("SELECT kind FROM record WHERE slug = ?", (slug,))]
            if kind == "source" and (kind, slug) in old and (kind, slug) in new:
                # It keeps out the same files as before.
                bearers = [one for one in bearers if one != LEFT_OUT]
            if len(bearers) > 1:
                raise AllError

    def _looked_at(self, now: list[int]) -> list[int]:
        """Return the files whose records have to be looked at again."""
        found = set(now)
        found |= self.memory.texts("SELECT file FROM mention WHERE slug = ?", self.slugs | self.claims)
        found |= self.memory.texts("SELECT file FROM record WHERE slug = ? AND NOT gone", self.claims)
        # What is near a wrong slug may have come or gone.
        suggested = "SELECT file.id FROM file JOIN problem ON problem.file = file.name WHERE code = ?"
        found |= self.memory.texts(suggested, SUGGESTING)
        if len(found) > MOST_TOUCHED:
            raise AllError
        return sorted(found)

    # --- where there may be more to tell than follows from a record and its names ---

    def _standing(self, names: Iterable[str]) -> set[str]:
        """Return the codes of what is known of some files."""
        return self.memory.texts("SELECT code FROM problem WHERE file = ?", names)

    def _refuse_standing(self, names: list[str]) -> None:
        """Refuse where something is known of changed claims, or of those linked with them, that may not hold now."""
        linked = self.memory.texts(
            "SELECT name FROM file JOIN record ON file.id = record.file WHERE slug = ? AND NOT gone", self.claims
        )
        linked |= self.memory.texts(
            "SELECT name FROM file JOIN mention ON file.id = mention.file WHERE slug = ? AND cited", self.claims
        )
        if self._standing(names) - NARROW or self._standing(linked) & {one.code for one in LINKED}:
            raise AllError
        if self.likes and self.memory.rows("SELECT 1 FROM problem WHERE code = 'same-claim' LIMIT 1"):
            raise AllError

    def _refuse_linked(self, known: Known) -> None:
        """Refuse where there is something to tell of linked claims."""
        claims = [one for slug in sorted(self.claims) for kind in CLAIMS if (one := known.find(kind, slug))]
        cited = [one for slug in sorted(self.claims) for one in known.tied(("cites", slug))]
        part = Part(known, [*claims, *cited])
        if any(True for one in LINKED for _problem in one.find(part)):
            raise AllError
        self.keys.setdefault("like", set()).update(
            key for entry in claims for sort, key in ties(part, entry) if sort == "like"
        )

    def _refuse_alike(self, known: Known) -> None:
        """Refuse where there is, or was, something to tell of claims that are alike, or of texts."""
        near = self.keys.get("near", set())
        files = "SELECT name FROM file JOIN tie ON file.id = tie.file WHERE key = ?"
        if "figure-tenfold" in self._standing(self.memory.texts(files, near)):
            raise AllError
        likes, figures = Part(known, known.sharing(self.keys["like"])), Part(known, known.sharing(near), near)
        told = [*CHECKS["same-claim"].find(likes), *CHECKS["figure-tenfold"].find(figures)]
        if told or self._shared(self.keys.get("text", set())):
            raise AllError

    def _refuse_near_names(self, known: Known) -> None:
        """Refuse where a party that changed has, or had, a name near that of another one."""
        parties = [(kind, one) for slug in self.parties for kind in NAMED if (one := known.find(kind, slug))]
        own = {(kind, name) for kind, one in parties for name in spellings(one.record)}
        every = self.memory.rows("SELECT kind, name, slug FROM spelling")
        own |= self.spellings - {(kind, name) for kind, name, _slug in every}
        for kind, name in own:
            others = [other for other_kind, other, _slug in every if other_kind == kind]
            others.remove(name) if name in others else None
            if any(alike(name, other) for other in others):
                raise AllError

    # --- what there is to tell ---

    def _told(self, known: Known, names: list[str], looked_at: list[int]) -> list[Problem]:
        """Return all problems, those of some files found anew."""
        memory = self.memory
        part = Part(known, known.of(looked_at))
        found = {
            replace(problem, code=one.code, severity=one.severity)
            for one in CHECKS.values()
            if one.reach == "record"
            for problem in one.find(part)
        }
        anew = {known.names[number] for number in looked_at}
        around = {name for (name,) in memory.rows("SELECT name FROM file WHERE around")}
        if any(problem.file in around for problem in found):
            raise AllError
        codes = ", ".join(f"'{code}'" for code in sorted(NARROW))
        for name in sorted({*anew, *names}):
            memory.connection.execute(f"DELETE FROM problem WHERE file = ? AND code IN ({codes})", (name,))
        memory.add("problem", (astuple(one) for one in found if one.file in anew - around))
        told = [Problem(*row) for row in memory.rows("SELECT * FROM problem")]
        if sum(problem.code in SUGGESTING for problem in told) > MOST_SUGGESTED:
            raise AllError
        return sorted(told)
