"""Which countries lie in an area larger than a country, and by whose definition.

Revision 0102, after 0101; 2026-11-30.
"""

import sqlalchemy as sa
from alembic import op

revision = "0102"
down_revision = "0101"
branch_labels = None
depends_on = None

# What a comment says now, and what it said: totals of areas are stored too. SQLite keeps no comments.
COMMENTS = {
    ("country", "kind"): (
        "country, or area: larger than a country",
        "country, or area: larger than a country, with none in it",
    ),
    ("delivery", "scope_kind"): (
        "all, country, area, operator, year or area_year",
        "all, country, operator or year",
    ),
    ("delivery", "scope"): (
        "code or slug of the scope, or the year, or both",
        "code or slug of the scope, or the year",
    ),
    **{
        (table, "scope_kind"): ("all, country, area, place or operator", "all, country, place or operator")
        for table in ("total", "loss_total")
    },
    **{
        (table, "scope_kind"): (
            "all, country, area or operator; of delivery what is grouped by",
            "all, country or operator; of delivery what rates are grouped by",
        )
        for table in ("rests_on", "left_out", "denied")
    },
}


def upgrade() -> None:
    op.add_column(
        "country",
        sa.Column("definition_en", sa.Text(), comment="of an area: which countries lie in it, and by whom"),
    )
    op.add_column("country", sa.Column("definition_fr", sa.Text(), comment="the same in French"))
    op.create_table(
        "country_within",
        sa.Column(
            "country_id",
            sa.String(40),
            sa.ForeignKey("country.id"),
            primary_key=True,
            comment="the country or area",
        ),
        sa.Column(
            "within_id",
            sa.String(40),
            sa.ForeignKey("country.id"),
            primary_key=True,
            index=True,
            comment="an area that contains all of it, or itself",
        ),
        comment="Each country and area with itself and with all areas that contain all of it",
        sqlite_with_rowid=False,
    )
    # So that a country is found before the next load, which tells what lies in the areas.
    op.execute("INSERT INTO country_within (country_id, within_id) SELECT id, id FROM country")
    say(0)


def downgrade() -> None:
    say(1)
    op.drop_table("country_within")
    with op.batch_alter_table("country") as batch:
        batch.drop_column("definition_fr")
        batch.drop_column("definition_en")


def say(which: int) -> None:
    """Write the new comments (0) or the old ones (1), where there are any."""
    if op.get_bind().dialect.supports_comments:
        for (table, column), comments in COMMENTS.items():
            op.alter_column(table, column, comment=comments[which], existing_comment=comments[1 - which])
