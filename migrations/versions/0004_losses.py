"""Losses: jobs that ended, or are to end, with totals of their own.

Revision 0004, after 0003; 2026-11-29.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# What a table, or a column of it, is called from now on, and was called before.
COMMENTS = (
    ("job_report", None, "Job figures about the present or the past: held{}", " or created", ", created, lost"),
    ("job_report", "kind", "held{}", " or created", ", created or lost"),
    ("report_kind", None, "Code list: whether reported jobs are held{}", " or created", ", created or lost"),
    (
        "event_status",
        None,
        "Code list: whether an event{} is planned, happened or was cancelled",
        ", a loss or an investment",
        " or an investment",
    ),
    (
        "development",
        None,
        "New states of sites, events{}, investments and successions, each from a later source",
        ", losses",
        "",
    ),
    ("development", "concerns_id", "the site, event{}, investment or succession", ", loss", ""),
)
BOUNDS = (
    "(bound IN ({}) AND low IS NOT NULL AND high IS NOT NULL AND low = high)"
    " OR (bound = 'at_least' AND low IS NOT NULL AND high IS NULL)"
    " OR (bound = 'at_most' AND low IS NULL AND high IS NOT NULL)"
    " OR (bound = 'range' AND low IS NOT NULL AND high IS NOT NULL AND low < high)"
)
STATE = "(SELECT ' (' || site.status || ')' FROM site WHERE site.id = claim.id)"


def upgrade() -> None:
    code_list("loss_cause", "Code list: how jobs that are lost end")
    create_losses()
    create_loss_totals()
    for table, column, text, now, _ in COMMENTS:
        comment(table, column, text.format(now))
    # A summary of a site ended in the state of its first source; views add today's.
    op.execute(f"UPDATE claim SET summary = REPLACE(summary, {STATE}, '') WHERE kind = 'site'")


def downgrade() -> None:
    op.execute(f"UPDATE claim SET summary = summary || {STATE} WHERE kind = 'site'")
    for table, column, text, _, before in COMMENTS:
        comment(table, column, text.format(before))
    op.drop_table("loss_total")
    op.drop_table("job_loss")
    op.drop_table("loss_cause")


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


def create_losses() -> None:
    op.create_table(
        "job_loss",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug of the claim"),
        sa.Column("cause", sa.String(length=40), nullable=False, comment="how the jobs end"),
        sa.Column(
            "status",
            sa.String(length=40),
            nullable=False,
            comment="planned, happened or cancelled, as its own source says",
        ),
        sa.Column("measure", sa.String(length=40), nullable=False, comment="what is counted"),
        sa.Column(
            "low", sa.BigInteger(), nullable=True, comment="lower end, in units of the measure; empty for at_most"
        ),
        sa.Column("high", sa.BigInteger(), nullable=True, comment="upper end; empty for at_least"),
        sa.Column("bound", sa.String(length=40), nullable=False, comment="how exact the figure is"),
        sa.Column("basis", sa.String(length=40), nullable=False, comment="whose figure it is"),
        sa.Column("directness", sa.String(length=40), nullable=False, comment="direct or indirect jobs"),
        sa.Column(
            "unnamed_operators",
            sa.Integer(),
            nullable=False,
            comment="operators in the figure that the source doesn't name",
        ),
        sa.Column("country_id", sa.String(length=40), nullable=False, comment="country, ISO 3166-1 alpha-2"),
        sa.Column("place_id", sa.String(length=120), nullable=True, comment="the closest place known"),
        sa.Column("site_id", sa.String(length=120), nullable=True, comment="the site concerned"),
        sa.Column("event_id", sa.String(length=120), nullable=True, comment="the event that it belongs to"),
        *dated("date", "when the jobs ended or are to end (EDTF)"),
        *dated("announced", "when it was made known (EDTF)"),
        sa.CheckConstraint(BOUNDS.format("'exact', 'about', 'nearly'"), name=op.f("ck_job_loss_bound_fits")),
        sa.CheckConstraint("low >= 0 OR low IS NULL", name=op.f("ck_job_loss_low")),
        sa.CheckConstraint("unnamed_operators >= 0", name=op.f("ck_job_loss_unnamed_operators")),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_job_loss_{column}"))
            for column, table in (
                ("announced_basis", "date_basis"),
                ("basis", "basis"),
                ("bound", "bound"),
                ("cause", "loss_cause"),
                ("country_id", "country"),
                ("date_basis", "date_basis"),
                ("directness", "directness"),
                ("event_id", "event"),
                ("id", "claim"),
                ("measure", "measure"),
                ("place_id", "place"),
                ("site_id", "site"),
                ("status", "event_status"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_loss")),
        comment="Job losses, planned or happened: dismissals, closures, cuts",
    )
    indexed = (
        "announced_from",
        "announced_to",
        "country_id",
        "date_from",
        "date_to",
        "event_id",
        "place_id",
        "site_id",
    )
    indexes("job_loss", *indexed)


def create_loss_totals() -> None:
    op.create_table(
        "loss_total",
        sa.Column("id", sa.String(length=260), nullable=False, comment="scope, basis, year and line in one"),
        sa.Column("scope_kind", sa.String(length=40), nullable=False, comment="all, country, place or operator"),
        sa.Column("scope", sa.String(length=120), nullable=True, comment="code or slug of the scope; empty for all"),
        sa.Column("year", sa.Integer(), nullable=True, comment="only losses of this year; empty for all"),
        sa.Column("basis", sa.String(length=40), nullable=False, comment="whose figures"),
        sa.Column(
            "line",
            sa.String(length=40),
            nullable=False,
            comment="happened or planned, for seats and trainees with that word before",
        ),
        sa.Column("low", sa.BigInteger(), nullable=False, comment="lower end of the total"),
        sa.Column("high", sa.BigInteger(), nullable=True, comment="upper end; empty where a part is open"),
        sa.Column("bound", sa.String(length=40), nullable=False, comment="how exact the figure is"),
        sa.Column("losses", sa.Integer(), nullable=False, comment="number of losses that count"),
        sa.ForeignKeyConstraint(["basis"], ["basis.id"], name=op.f("fk_loss_total_basis")),
        sa.ForeignKeyConstraint(["bound"], ["bound.id"], name=op.f("fk_loss_total_bound")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loss_total")),
        comment="Totals of losses in the common scopes, derived at each load (docs/losses.md)",
    )
    indexes("loss_total", "scope", "scope_kind")


def dated(name: str, text: str) -> list[sa.Column[Any]]:
    """Return the columns of a date: as EDTF, its first and last day, and how it is known."""
    return [
        sa.Column(name, sa.String(length=60), nullable=True, comment=text),
        sa.Column(f"{name}_from", sa.Date(), nullable=True, comment="first day of that date; empty: open or unknown"),
        sa.Column(f"{name}_to", sa.Date(), nullable=True, comment="last day of that date; empty: open or unknown"),
        sa.Column(f"{name}_basis", sa.String(length=40), nullable=True, comment="how that date is known"),
        sa.Column(f"{name}_note", sa.Text(), nullable=True, comment="how that date was reckoned or inferred"),
    ]


def indexes(table: str, *columns: str) -> None:
    with op.batch_alter_table(table, schema=None) as batch_op:
        for column in columns:
            batch_op.create_index(batch_op.f(f"ix_{table}_{column}"), [column], unique=False)


def comment(table: str, column: str | None, text: str) -> None:
    """Say what a table or a column is; SQLite keeps no comments."""
    if op.get_bind().dialect.supports_comments:
        if column:
            op.alter_column(table, column, comment=text)
        else:
            op.create_table_comment(table, text)
