"""Figures that survive scrutiny: baselines, firmness, "nearly", and what is derived from them.

Revision 0003, after 0002; 2026-11-29.
"""

import sqlalchemy as sa
from alembic import op
from alembic.operations.base import BatchOperations

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

FIGURES = ("job_pledge", "job_report", "investment", "statistic", "ownership")
BOUNDS = (
    "(bound IN ({}) AND low IS NOT NULL AND high IS NOT NULL AND low = high)"
    " OR (bound = 'at_least' AND low IS NOT NULL AND high IS NULL)"
    " OR (bound = 'at_most' AND low IS NULL AND high IS NOT NULL)"
    " OR (bound = 'range' AND low IS NOT NULL AND high IS NOT NULL AND low < high)"
)

CODE_OF_AREA = ("ISO 3166-1 alpha-2 code", "ISO 3166-1 alpha-2 code; slug of an area")
REFERRING_TO_COUNTRIES = (
    "country_name",
    "coverage",
    "place",
    "institution",
    "site",
    "statement",
    "job_report",
    "event_place",
    "investment",
    "job_pledge",
    "statistic",
)
CATEGORIES = {
    "gain": "développement",
    "loss": "perte",
    "move": "transfert",
    "labour": "conflit social",
    "deal": "accord ou contrat",
    "policy": "action publique",
    "gathering": "rencontre",
}
# Of the kinds that an older database can hold; the others are gatherings.
KINDS = {
    "gain": "('opening', 'inauguration', 'expansion', 'recruitment', 'founding')",
    "loss": "('closure')",
    "move": "('relocation')",
    "deal": "('agreement', 'negotiation')",
    "policy": "('project')",
}


def upgrade() -> None:
    drop_derived("ledger_evidence", "ledger", "total")
    derived_tables()
    reasons_of_periods()
    bounds_fit("'exact', 'about', 'nearly'")
    code_list("firmness", "Code list: how firmly somebody stands behind a figure about the future")
    # Until the next load every promise of an older database is what it was taken for so far.
    op.execute(
        "INSERT INTO firmness (id, position, label_en, label_fr, definition)"
        " SELECT 'announcement', 2, 'announcement', 'annonce', 'The employer says that it will happen.'"
        " WHERE EXISTS (SELECT 1 FROM job_pledge)"
    )
    with op.batch_alter_table("job_pledge", schema=None) as batch_op:
        add_baseline(batch_op, "job_pledge")
        batch_op.add_column(
            sa.Column(
                "firmness",
                sa.String(length=40),
                nullable=False,
                server_default="announcement",
                comment="from commitment to capacity",
            )
        )
        batch_op.create_foreign_key(batch_op.f("fk_job_pledge_firmness"), "firmness", ["firmness"], ["id"])
    with op.batch_alter_table("job_report", schema=None) as batch_op:
        add_baseline(batch_op, "job_report")
    for table, columns in (("job_pledge", ("baseline_none", "firmness")), ("job_report", ("baseline_none",))):
        with op.batch_alter_table(table, schema=None) as batch_op:
            for column in columns:
                batch_op.alter_column(column, server_default=None)
    several_speakers()
    categories()
    money_of_statistics()
    areas()
    labels_of_places()
    with op.batch_alter_table("currency", schema=None) as batch_op:
        comment = "year in which it ceased to be money; empty: it is in use"
        batch_op.add_column(sa.Column("until", sa.Integer(), nullable=True, comment=comment))


def downgrade() -> None:
    drop_derived("ledger_evidence", "ledger", "delivery", "total")
    derived_tables_before()
    no_reasons_of_periods()
    with op.batch_alter_table("job_report", schema=None) as batch_op:
        drop_baseline(batch_op, "job_report")
    with op.batch_alter_table("job_pledge", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_job_pledge_firmness"), type_="foreignkey")
        batch_op.drop_column("firmness")
        drop_baseline(batch_op, "job_pledge")
    op.drop_table("firmness")
    for table in FIGURES:
        op.execute(f"UPDATE {table} SET bound = 'about' WHERE bound = 'nearly'")
    bounds_fit("'exact', 'about'")
    one_speaker()
    no_categories()
    no_money_of_statistics()
    no_areas()
    with op.batch_alter_table("place", schema=None) as batch_op:
        batch_op.drop_column("label")
    with op.batch_alter_table("currency", schema=None) as batch_op:
        batch_op.drop_column("until")


def reasons_of_periods() -> None:
    """Give the periods of sites their reasons as codes; the next load writes them."""
    op.create_table(
        "site_period_reason",
        sa.Column("site_id", sa.String(length=120), nullable=False, comment="the site"),
        sa.Column("position", sa.Integer(), nullable=False, comment="the period, by its place in the order of time"),
        sa.Column("number", sa.Integer(), nullable=False, comment="place among the reasons of the period, from 1"),
        sa.Column("reason", sa.String(length=40), nullable=False, comment="a reason: a code"),
        sa.Column("reason_details", sa.Text(), nullable=True, comment="the parameters of that reason, as JSON"),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_site_period_reason_site_id")),
        sa.PrimaryKeyConstraint("site_id", "position", "number", name=op.f("pk_site_period_reason")),
        comment="Why sites are in their state during their periods, one row a reason",
    )
    with op.batch_alter_table("site_period", schema=None) as batch_op:
        batch_op.drop_column("reason")


def no_reasons_of_periods() -> None:
    """Take the reasons away, and the periods with them: an older load writes both anew, as sentences."""
    op.drop_table("site_period_reason")
    op.execute("DELETE FROM site_period")
    with op.batch_alter_table("site_period", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("reason", sa.Text(), nullable=False, comment="why that is its state then, in a line")
        )


def categories() -> None:
    """Give each kind of event its category; the next load writes the labels as they are now."""
    code_list("event_category", "Code list: categories to which kinds of event belong")
    for position, (category, label_fr) in enumerate(CATEGORIES.items(), 1):
        op.execute(
            "INSERT INTO event_category (id, position, label_en, label_fr, definition)"
            f" SELECT '{category}', {position}, '{category}', '{label_fr}', 'See seeds/codes.yaml.'"
            " WHERE EXISTS (SELECT 1 FROM event_kind)"
        )
    with op.batch_alter_table("event_kind", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "category",
                sa.String(length=40),
                nullable=False,
                server_default="gathering",
                comment="category to which events of this kind belong",
            )
        )
    for category, kinds in KINDS.items():
        op.execute(f"UPDATE event_kind SET category = '{category}' WHERE id IN {kinds}")
    with op.batch_alter_table("event_kind", schema=None) as batch_op:
        batch_op.create_foreign_key(batch_op.f("fk_event_kind_category"), "event_category", ["category"], ["id"])
        batch_op.alter_column("category", server_default=None)


def no_categories() -> None:
    with op.batch_alter_table("event_kind", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_event_kind_category"), type_="foreignkey")
        batch_op.drop_column("category")
    op.drop_table("event_category")


def money_of_statistics() -> None:
    with op.batch_alter_table("statistic", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "currency_id",
                sa.String(length=3),
                nullable=True,
                comment="of money: ISO 4217 code; low and high are in whole units of it",
            )
        )
        batch_op.create_foreign_key(batch_op.f("fk_statistic_currency_id"), "currency", ["currency_id"], ["id"])


def no_money_of_statistics() -> None:
    with op.batch_alter_table("statistic", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_statistic_currency_id"), type_="foreignkey")
        batch_op.drop_column("currency_id")


def areas() -> None:
    """Let areas larger than a country stand beside the countries, with readable ids."""
    keys(2, 40, *CODE_OF_AREA)
    with op.batch_alter_table("country", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "kind",
                sa.String(length=40),
                nullable=False,
                server_default="country",
                comment="country, or area: larger than a country, with none in it",
            )
        )
        batch_op.alter_column(
            "alpha3",
            existing_type=sa.String(length=3),
            nullable=True,
            existing_comment="ISO 3166-1 alpha-3 code",
            comment="ISO 3166-1 alpha-3 code; empty for an area",
        )
    with op.batch_alter_table("country", schema=None) as batch_op:
        batch_op.alter_column("kind", server_default=None)
        condition = sa.text("kind = 'area' OR kind = 'country' AND alpha3 IS NOT NULL")
        batch_op.create_check_constraint(batch_op.f("ck_country_kind"), condition)


def no_areas() -> None:
    """Take the areas away; a statement or statistic of one is of no country then, all else of one stands in the way."""
    for table in ("statement", "statistic"):
        op.execute(
            f"UPDATE {table} SET country_id = NULL WHERE country_id IN (SELECT id FROM country WHERE kind = 'area')"
        )
    op.execute("DELETE FROM country_name WHERE country_id IN (SELECT id FROM country WHERE kind = 'area')")
    op.execute("DELETE FROM country WHERE kind = 'area'")
    with op.batch_alter_table("country", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_country_kind"), type_="check")
        batch_op.drop_column("kind")
        batch_op.alter_column(
            "alpha3",
            existing_type=sa.String(length=3),
            nullable=False,
            existing_comment="ISO 3166-1 alpha-3 code; empty for an area",
            comment="ISO 3166-1 alpha-3 code",
        )
    keys(40, 2, *reversed(CODE_OF_AREA))


def keys(before: int, after: int, comment_before: str, comment_after: str) -> None:
    """Change the length of a country's key, and of what refers to it."""
    changed = {"existing_type": sa.String(length=before), "type_": sa.String(length=after)}
    with op.batch_alter_table("country", schema=None) as batch_op:
        batch_op.alter_column("id", **changed, existing_comment=comment_before, comment=comment_after)
    for table in REFERRING_TO_COUNTRIES:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column("country_id", **changed)


def labels_of_places() -> None:
    """Name a place smaller than a city with the city that it lies in; the next load looks further than one step up."""
    with op.batch_alter_table("place", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "label",
                sa.String(length=620),
                nullable=False,
                server_default="",
                comment="what lists call it: the name, of a place smaller than a city with that city's",
            )
        )
    op.execute(
        "UPDATE place SET label = name || COALESCE((SELECT ', ' || city.name FROM place AS city"
        " WHERE city.id = place.parent_id AND city.kind = 'city' AND place.kind IN ('district', 'park')), '')"
    )
    with op.batch_alter_table("place", schema=None) as batch_op:
        batch_op.alter_column("label", server_default=None)


def several_speakers() -> None:
    """Give a claim a list of those whom its sources quote, in the place of one."""
    op.create_table(
        "claim_speaker",
        sa.Column("claim_id", sa.String(length=120), nullable=False, comment="slug of the claim"),
        sa.Column("party_id", sa.String(length=120), nullable=False, comment="official, institution or operator"),
        sa.Column("position", sa.Integer(), nullable=False, comment="place in the list, from 1"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_claim_speaker_claim_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_claim_speaker_party_id")),
        sa.PrimaryKeyConstraint("claim_id", "party_id", name=op.f("pk_claim_speaker")),
        comment="Whom the sources quote for a claim, in the curator's order",
    )
    with op.batch_alter_table("claim_speaker", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_speaker_party_id"), ["party_id"], unique=False)
    op.execute(
        "INSERT INTO claim_speaker (claim_id, party_id, position)"
        " SELECT id, said_by_id, 1 FROM claim WHERE said_by_id IS NOT NULL"
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_claim_said_by_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_claim_said_by_id"))
        batch_op.drop_column("said_by_id")


def one_speaker() -> None:
    """Give a claim back the one column; of several who are quoted the first stays."""
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("said_by_id", sa.String(length=120), nullable=True, comment="whom the article quotes for it")
        )
        batch_op.create_index(batch_op.f("ix_claim_said_by_id"), ["said_by_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_claim_said_by_id"), "party", ["said_by_id"], ["id"])
    op.execute(
        "UPDATE claim SET said_by_id = (SELECT claim_speaker.party_id FROM claim_speaker"
        " WHERE claim_speaker.claim_id = claim.id AND claim_speaker.position = 1)"
    )
    op.drop_table("claim_speaker")


def bounds_fit(both_ends: str) -> None:
    """Let figures have the bounds of the code list; those named have both ends, and the same."""
    for table in FIGURES:
        allowed = BOUNDS.format(both_ends)
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_constraint(batch_op.f(f"ck_{table}_bound_fits"), type_="check")
            condition = f"bound IS NULL OR {allowed}" if table == "ownership" else allowed
            batch_op.create_check_constraint(batch_op.f(f"ck_{table}_bound_fits"), sa.text(condition))


def code_list(name: str, comment: str) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.String(length=40), nullable=False, comment="the code, as fixtures and views write it"),
        sa.Column(
            "position",
            sa.Integer(),
            nullable=False,
            comment="place in the list, from 1, in the order of seeds/codes.yaml",
        ),
        sa.Column("label_en", sa.String(length=300), nullable=False, comment="label in English"),
        sa.Column("label_fr", sa.String(length=300), nullable=False, comment="label in French"),
        sa.Column("definition", sa.Text(), nullable=False, comment="when to choose this code"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        comment=comment,
    )


def add_baseline(batch_op: BatchOperations, table: str) -> None:
    batch_op.add_column(
        sa.Column(
            "baseline_id",
            sa.String(length=120),
            nullable=True,
            comment="the report of how many were there before",
        )
    )
    batch_op.add_column(
        sa.Column(
            "baseline_none",
            sa.Boolean(),
            nullable=False,
            server_default=sa.false(),
            comment="whether nobody was there before",
        )
    )
    batch_op.create_index(batch_op.f(f"ix_{table}_baseline_id"), ["baseline_id"], unique=False)
    batch_op.create_foreign_key(batch_op.f(f"fk_{table}_baseline_id"), "job_report", ["baseline_id"], ["id"])


def drop_baseline(batch_op: BatchOperations, table: str) -> None:
    batch_op.drop_constraint(batch_op.f(f"fk_{table}_baseline_id"), type_="foreignkey")
    batch_op.drop_index(batch_op.f(f"ix_{table}_baseline_id"))
    batch_op.drop_column("baseline_none")
    batch_op.drop_column("baseline_id")


def drop_derived(*tables: str) -> None:
    """Drop tables whose rows the next load makes anew."""
    for table in tables:
        op.drop_table(table)


def derived_tables() -> None:
    op.create_table(
        "delivery",
        sa.Column("id", sa.String(length=260), nullable=False, comment="scope, basis, line and first day in one"),
        sa.Column("scope_kind", sa.String(length=40), nullable=False, comment="all, country, operator or year"),
        sa.Column("scope", sa.String(length=120), nullable=True, comment="code or slug of the scope, or the year"),
        sa.Column("basis", sa.String(length=40), nullable=False, comment="whose pledges"),
        sa.Column("from_day", sa.Date(), nullable=False, comment="first day on which this holds"),
        sa.Column("to_day", sa.Date(), nullable=True, comment="last day; empty: it lasts"),
        sa.Column(
            "line",
            sa.String(length=40),
            nullable=False,
            comment="new_jobs, levels, hires, seats or trainees; never added to each other",
        ),
        sa.Column("pledges", sa.Integer(), nullable=False, comment="number of promises that were due and count"),
        sa.Column("known", sa.Integer(), nullable=False, comment="of how many of them it is known what came"),
        sa.Column("in_time", sa.Integer(), nullable=False, comment="how many were kept by the due day"),
        sa.Column("late", sa.Integer(), nullable=False, comment="how many were kept only after it"),
        sa.Column("reached", sa.Integer(), nullable=False, comment="how many were kept, nobody knows whether in time"),
        sa.Column("missed", sa.Integer(), nullable=False, comment="how many weren't kept"),
        sa.Column("cancelled", sa.Integer(), nullable=False, comment="how many were given up"),
        sa.Column("no_figure", sa.Integer(), nullable=False, comment="how many were missed, nobody says by how much"),
        sa.Column("promised", sa.BigInteger(), nullable=False, comment="promised for certain, at least"),
        sa.Column("promised_high", sa.BigInteger(), nullable=True, comment="promised at most; empty: open"),
        sa.Column("bound", sa.String(length=40), nullable=False, comment="how exact the figure is"),
        sa.Column(
            "promised_known", sa.BigInteger(), nullable=False, comment="the same of the promises behind rate_high"
        ),
        sa.Column(
            "reported", sa.BigInteger(), nullable=True, comment="what was there of it, at least; empty: no figure"
        ),
        sa.Column("kept", sa.BigInteger(), nullable=False, comment="how much of what was promised came, at least"),
        sa.Column(
            "kept_high",
            sa.BigInteger(),
            nullable=False,
            comment="the same at most, of the promises behind rate_high",
        ),
        sa.Column("rate_low", sa.Double(), nullable=True, comment="per cent, if nothing came of the silent ones"),
        sa.Column("rate_high", sa.Double(), nullable=True, comment="per cent, of those of which something is known"),
        sa.Column("coverage", sa.Double(), nullable=True, comment="of how many in a hundred something is known"),
        sa.ForeignKeyConstraint(["basis"], ["basis.id"], name=op.f("fk_delivery_basis")),
        sa.ForeignKeyConstraint(["bound"], ["bound.id"], name=op.f("fk_delivery_bound")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
        comment="Rates of delivery in the common scopes, for each span of days between due days (docs/ledger.md)",
    )
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_delivery_from_day"), ["from_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_delivery_scope"), ["scope"], unique=False)
        batch_op.create_index(batch_op.f("ix_delivery_scope_kind"), ["scope_kind"], unique=False)
        batch_op.create_index(batch_op.f("ix_delivery_to_day"), ["to_day"], unique=False)

    op.create_table(
        "total",
        sa.Column("id", sa.String(length=260), nullable=False, comment="scope, due date, basis and measure in one"),
        sa.Column("scope_kind", sa.String(length=40), nullable=False, comment="all, country, place or operator"),
        sa.Column("scope", sa.String(length=120), nullable=True, comment="code or slug of the scope; empty for all"),
        sa.Column("due_by", sa.Date(), nullable=True, comment="only pledges due by this day; empty for all"),
        sa.Column("basis", sa.String(length=40), nullable=False, comment="whose pledges"),
        sa.Column(
            "line",
            sa.String(length=40),
            nullable=False,
            comment="new_jobs, levels, hires, seats or trainees; never added to each other",
        ),
        sa.Column("low", sa.BigInteger(), nullable=False, comment="promised for certain, at least"),
        sa.Column("high", sa.BigInteger(), nullable=True, comment="promised at most; empty where a part is open"),
        sa.Column("bound", sa.String(length=40), nullable=False, comment="how exact the figure is"),
        sa.Column("pledges", sa.Integer(), nullable=False, comment="number of pledges that count"),
        sa.Column("commitment", sa.BigInteger(), nullable=False, comment="how much of low is committed to"),
        sa.Column("announcement", sa.BigInteger(), nullable=False, comment="how much of low is announced"),
        sa.Column("ambition", sa.BigInteger(), nullable=False, comment="how much of low is aimed at"),
        sa.Column(
            "forecast", sa.BigInteger(), nullable=False, comment="how much of low is foreseen; none of operators"
        ),
        sa.Column(
            "capacity", sa.BigInteger(), nullable=False, comment="how much of low there is room for; none of operators"
        ),
        sa.ForeignKeyConstraint(["basis"], ["basis.id"], name=op.f("fk_total_basis")),
        sa.ForeignKeyConstraint(["bound"], ["bound.id"], name=op.f("fk_total_bound")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_total")),
        comment="Totals of pledges in the common scopes, reckoned at each load (docs/totals.md)",
    )
    with op.batch_alter_table("total", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_total_scope"), ["scope"], unique=False)
        batch_op.create_index(batch_op.f("ix_total_scope_kind"), ["scope_kind"], unique=False)

    op.create_table(
        "ledger",
        sa.Column("pledge_id", sa.String(length=120), nullable=False, comment="the pledge"),
        sa.Column("while_open", sa.String(length=40), nullable=False, comment="verdict up to the day it is due"),
        sa.Column("once_due", sa.String(length=40), nullable=False, comment="verdict once that day has passed"),
        sa.Column(
            "verdict_basis",
            sa.String(length=40),
            nullable=False,
            comment="of while_open: sourced by a source, or computed by a rule",
        ),
        sa.Column("once_due_basis", sa.String(length=40), nullable=False, comment="the same of once_due"),
        sa.Column(
            "shown",
            sa.BigInteger(),
            nullable=True,
            comment="how much of the promised quantity was there by the due day, at least, as far as reports tell",
        ),
        sa.Column(
            "shown_high",
            sa.BigInteger(),
            nullable=True,
            comment="how much of it was there at most, where reports show a miss",
        ),
        sa.Column(
            "reason", sa.String(length=40), nullable=False, comment="why that is the verdict once it is due: a code"
        ),
        sa.Column("reason_details", sa.Text(), nullable=True, comment="the parameters of that reason, as JSON"),
        sa.Column(
            "open_reason",
            sa.String(length=40),
            nullable=False,
            comment="why that is the verdict while it isn't due: a code",
        ),
        sa.Column("open_reason_details", sa.Text(), nullable=True, comment="the parameters of that reason, as JSON"),
        sa.Column(
            "status",
            sa.String(length=40),
            nullable=False,
            comment="how it stands: standing, cancelled, revised or disputed",
        ),
        sa.Column(
            "counts", sa.Boolean(), nullable=False, comment="whether it counts in the total of its country and basis"
        ),
        sa.Column("line", sa.String(length=40), nullable=False, comment="the line of a total on which it stands"),
        sa.Column(
            "adds_low", sa.BigInteger(), nullable=True, comment="how much it adds to its line for certain, at least"
        ),
        sa.Column(
            "adds_high", sa.BigInteger(), nullable=True, comment="how much it adds to its line at most; empty: open"
        ),
        sa.Column(
            "baseline_low", sa.BigInteger(), nullable=True, comment="lower end of how many were there when it was made"
        ),
        sa.Column("baseline_high", sa.BigInteger(), nullable=True, comment="upper end of the same"),
        sa.Column("baseline_bound", sa.String(length=40), nullable=True, comment="how exact the figure is"),
        sa.Column("baseline_from", sa.Date(), nullable=True, comment="first day of the time when those were counted"),
        sa.Column(
            "made_from", sa.Date(), nullable=True, comment="first day of the time when it was made, doubt included"
        ),
        sa.Column("made_to", sa.Date(), nullable=True, comment="last day of that time"),
        sa.ForeignKeyConstraint(["baseline_bound"], ["bound.id"], name=op.f("fk_ledger_baseline_bound")),
        sa.ForeignKeyConstraint(["once_due"], ["outcome.id"], name=op.f("fk_ledger_once_due")),
        sa.ForeignKeyConstraint(["pledge_id"], ["job_pledge.id"], name=op.f("fk_ledger_pledge_id")),
        sa.ForeignKeyConstraint(["while_open"], ["outcome.id"], name=op.f("fk_ledger_while_open")),
        sa.PrimaryKeyConstraint("pledge_id", name=op.f("pk_ledger")),
        comment="What became of each pledge, reckoned at each load (docs/ledger.md)",
    )
    op.create_table(
        "ledger_evidence",
        sa.Column("pledge_id", sa.String(length=120), nullable=False, comment="the pledge"),
        sa.Column("claim_id", sa.String(length=120), nullable=False, comment="the report, verdict or other pledge"),
        sa.Column("bearing", sa.String(length=40), nullable=False, comment="decides, shows, baseline or nothing"),
        sa.Column(
            "low",
            sa.BigInteger(),
            nullable=True,
            comment="so much of what was promised is there, at least; empty: nothing",
        ),
        sa.Column("high", sa.BigInteger(), nullable=True, comment="so much of it is there at most; empty: open"),
        sa.Column("since", sa.Date(), nullable=True, comment="first day of the time that it is of, doubt included"),
        sa.Column("until", sa.Date(), nullable=True, comment="last day of that time"),
        sa.Column(
            "reason", sa.String(length=40), nullable=False, comment="what it shows, or why it shows nothing: a code"
        ),
        sa.Column("reason_details", sa.Text(), nullable=True, comment="the parameters of that reason, as JSON"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_ledger_evidence_claim_id")),
        sa.ForeignKeyConstraint(["pledge_id"], ["job_pledge.id"], name=op.f("fk_ledger_evidence_pledge_id")),
        sa.PrimaryKeyConstraint("pledge_id", "claim_id", name=op.f("pk_ledger_evidence")),
        comment="Reports, verdicts and other pledges that were looked at for a verdict, and what they show",
    )
    with op.batch_alter_table("ledger_evidence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ledger_evidence_claim_id"), ["claim_id"], unique=False)


def derived_tables_before() -> None:
    """Make the tables as the revisions before this one left them."""
    op.create_table(
        "total",
        sa.Column("id", sa.String(length=260), nullable=False, comment="scope, due date, basis and measure in one"),
        sa.Column("scope_kind", sa.String(length=40), nullable=False, comment="all, country, place or operator"),
        sa.Column("scope", sa.String(length=120), nullable=True, comment="code or slug of the scope; empty for all"),
        sa.Column("due_by", sa.Date(), nullable=True, comment="only pledges due by this day; empty for all"),
        sa.Column("basis", sa.String(length=40), nullable=False, comment="whose pledges"),
        sa.Column("measure", sa.String(length=40), nullable=False, comment="jobs, seats or trainees"),
        sa.Column("low", sa.BigInteger(), nullable=False, comment="lower end of the total"),
        sa.Column("high", sa.BigInteger(), nullable=True, comment="upper end; empty where a part is open"),
        sa.Column("bound", sa.String(length=40), nullable=False, comment="how exact the figure is"),
        sa.Column("pledges", sa.Integer(), nullable=False, comment="number of pledges that count"),
        sa.ForeignKeyConstraint(["basis"], ["basis.id"], name=op.f("fk_total_basis")),
        sa.ForeignKeyConstraint(["bound"], ["bound.id"], name=op.f("fk_total_bound")),
        sa.ForeignKeyConstraint(["measure"], ["measure.id"], name=op.f("fk_total_measure")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_total")),
        comment="Totals of pledges in the common scopes, reckoned at each load (docs/totals.md)",
    )
    with op.batch_alter_table("total", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_total_scope"), ["scope"], unique=False)
        batch_op.create_index(batch_op.f("ix_total_scope_kind"), ["scope_kind"], unique=False)
    op.create_table(
        "ledger",
        sa.Column("pledge_id", sa.String(length=120), nullable=False, comment="the pledge"),
        sa.Column("while_open", sa.String(length=40), nullable=False, comment="verdict up to the day it is due"),
        sa.Column("once_due", sa.String(length=40), nullable=False, comment="verdict once that day has passed"),
        sa.Column(
            "verdict_basis",
            sa.String(length=40),
            nullable=False,
            comment="sourced: a source gives the verdict; computed: a rule does",
        ),
        sa.Column(
            "shown",
            sa.BigInteger(),
            nullable=True,
            comment="what was there by the due day, at least, as far as reports tell",
        ),
        sa.Column(
            "timing", sa.String(length=40), nullable=True, comment="of what was reached: by_due, late or unknown"
        ),
        sa.Column("reason", sa.Text(), nullable=False, comment="why that is the verdict, in a line"),
        sa.Column(
            "counts", sa.Boolean(), nullable=False, comment="whether it counts in the total of its country and basis"
        ),
        sa.ForeignKeyConstraint(["once_due"], ["outcome.id"], name=op.f("fk_ledger_once_due")),
        sa.ForeignKeyConstraint(["pledge_id"], ["job_pledge.id"], name=op.f("fk_ledger_pledge_id")),
        sa.ForeignKeyConstraint(["while_open"], ["outcome.id"], name=op.f("fk_ledger_while_open")),
        sa.PrimaryKeyConstraint("pledge_id", name=op.f("pk_ledger")),
        comment="What became of each pledge, reckoned at each load (docs/ledger.md)",
    )
    op.create_table(
        "ledger_evidence",
        sa.Column("pledge_id", sa.String(length=120), nullable=False, comment="the pledge"),
        sa.Column("claim_id", sa.String(length=120), nullable=False, comment="the report, verdict or other pledge"),
        sa.Column("bearing", sa.String(length=40), nullable=False, comment="decides, shows or nothing"),
        sa.Column("low", sa.BigInteger(), nullable=True, comment="what it shows to be there, at least; empty: nothing"),
        sa.Column("high", sa.BigInteger(), nullable=True, comment="what it shows to be there, at most; empty: open"),
        sa.Column("reason", sa.Text(), nullable=False, comment="what it shows, or why it shows nothing"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_ledger_evidence_claim_id")),
        sa.ForeignKeyConstraint(["pledge_id"], ["job_pledge.id"], name=op.f("fk_ledger_evidence_pledge_id")),
        sa.PrimaryKeyConstraint("pledge_id", "claim_id", name=op.f("pk_ledger_evidence")),
        comment="Reports, verdicts and other pledges that were looked at for a verdict, and what they show",
    )
    with op.batch_alter_table("ledger_evidence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ledger_evidence_claim_id"), ["claim_id"], unique=False)
