"""The citations of fixtures, held against the texts of whoever has them, as an answer."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ocdb.answers.answer import Answer, Cell, Column, Section
from ocdb.answers.columns import count, text
from ocdb.answers.columns import key as key_
from ocdb.answers.wording import Wording
from ocdb.curation.verify import BEGINNING, Checked, Result
from ocdb.store.reader.rows import Rows
from ocdb.words.figures import number
from ocdb.words.language import _, ngettext, pgettext

SOURCE = ("source", "text", "extent", "claims", "verified", "not_verified", "not_checkable", "implied")


def verified(results: Sequence[Result]) -> Answer:
    """Return what `ocdb.curation.verify` found as an answer: a row a source, and the claims that need a look."""
    return Answer("", tuple(_sections(results)), Wording(), (), _whole(results))


def _sections(results: Sequence[Result]) -> list[Section]:
    def rows(columns: tuple[str, ...], records: list[dict[str, Any]]) -> Rows:
        return Rows(columns, [tuple(record[name] for name in columns) for record in records])

    def section(name: str, title: str, columns: tuple[str, ...], records: list[dict[str, Any]]) -> Section:
        return Section(name, title.format(count=len(records)), rows(columns, records), _columns(columns))

    whole = _whole(results)
    failed, implied, unchecked = whole["not_verified"], whole["implied"], whole["not_checkable"]
    without = [{"source": source} for source in whole["no_text"]]
    for record in (*failed, *implied):
        record |= {name: "; ".join(record[name]) for name in ("missing", "implied") if name in record}
    sections = [
        Section("source", _headline(results), rows(SOURCE, whole["sources"]), _columns(SOURCE)),
        section("not_verified", _("Not verified: {count}"), ("claim", "at", "cite", "missing"), failed),
        section("not_checkable", _("Neither a figure nor a name: {count}"), ("claim", "at"), unchecked),
        section("implied", _("Named by the curator only: {count}"), ("claim", "at", "implied"), implied),
        section("no_text", _("Sources without a text: {count}"), ("source",), without),
    ]
    return [section for section in sections if section.rows.rows or section.name in ("source", "not_verified")]


def _columns(fields: tuple[str, ...]) -> tuple[Column, ...]:
    """Return the columns in which people read some fields."""

    def held(record: Any, _wording: Any) -> Cell:
        if record["text"] != "found":
            return Cell(pgettext("text", "none"), "silent")
        return Cell(pgettext("text", "beginning") if record["extent"] == BEGINNING else pgettext("text", "found"))

    every = {
        "claim": text(_("Claim"), "claim"), "at": text(_("File and line"), "at"), "cite": text(_("Paragraph"), "cite"),
        "missing": replace(text(_("Missing"), "missing"), below=True),
        "text": Column("text", _("Text"), held), "claims": count(_("Claims"), "claims"),
        "verified": count(_("Verified"), "verified"), "not_verified": count(_("Not verified"), "not_verified"),
        "not_checkable": count(_("Not checkable"), "not_checkable"),
        "implied": count(_("Implied"), "implied") if "claims" in fields else text(_("Implied"), "implied"),
        "source": replace(key_("source"), heading=_("Article")),
    }  # fmt: skip
    return tuple(column for name, column in every.items() if name in fields)


def _whole(results: Sequence[Result]) -> dict[str, Any]:
    """Return the answer as one object: totals, sources, and the claims that need a look."""
    held = [result for result in results if result.held]
    claims = [(_claim(result, claim), claim) for result in held for claim in result.claims]
    return {
        "totals": _totals(held),
        "sources": [_source(result) for result in results],
        "not_verified": [record | {"missing": list(claim.missing)} for record, claim in claims if claim.missing],
        "not_checkable": [record for record, claim in claims if claim.status == "not_checkable"],
        "implied": [record | {"implied": list(claim.implied)} for record, claim in claims if claim.implied],
        "no_text": [result.source for result in results if not result.held],
    }


def _totals(results: Sequence[Result]) -> dict[str, int]:
    sources = [_source(result) for result in results]
    return {name: sum(source[name] for source in sources) for name in SOURCE[3:]}


def _source(result: Result) -> dict[str, Any]:
    return {
        "source": result.source,
        "text": "found" if result.held else "none",
        "extent": result.extent,
        "claims": len(result.claims),
        "verified": result.count("verified"),
        "not_verified": result.count("not_verified"),
        "not_checkable": result.count("not_checkable"),
        "implied": sum(bool(claim.implied) for claim in result.claims) if result.held else 0,
    }


def _claim(result: Result, claim: Checked) -> dict[str, Any]:
    at = f"{claim.file}:{claim.line}"
    return {"source": result.source, "claim": claim.claim, "at": at, "cite": ", ".join(map(str, claim.cite))}


def _headline(results: Sequence[Result]) -> str:
    """Return the totals in a line."""
    totals = _totals([result for result in results if result.held])
    checkable = totals["verified"] + totals["not_verified"]
    text = ngettext(
        "Verified: {verified} of {checkable} claim with a figure or a name",
        "Verified: {verified} of {checkable} claims with a figure or a name",
        checkable,
    )
    parts = [text, _("not checkable: {not_checkable}"), _("with an implied name: {implied}")]
    unread = sum(len(result.claims) for result in results if not result.held)
    if unread:
        parts.append(_("without a text: {unread}"))
    counts = {"checkable": checkable, "unread": unread, **totals}
    return _("; ").join(parts).format_map({name: number(count) for name, count in counts.items()})
