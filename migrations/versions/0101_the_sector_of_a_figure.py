"""What a pledge or a report counts that names no employer: a code of the new list sector.

Revision 0101, after 0100; 2026-11-30.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.util import OrderedSet

revision = "0101"
down_revision = "0100"
branch_labels = None
depends_on = None

FIGURES = ("job_pledge", "job_report")


def upgrade() -> None:
    op.create_table(
        "sector",
        sa.Column(
            "id", sa.String(40), primary_key=True, nullable=False, comment="the code, as fixtures and views write it"
        ),
        sa.Column(
            "position",
            sa.Integer(),
            nullable=False,
            comment="place in the list, from 1, in the order of seeds/codes.yaml",
        ),
        sa.Column("label_en", sa.String(300), nullable=False, comment="label in English"),
        sa.Column("label_fr", sa.String(300), nullable=False, comment="label in French"),
        sa.Column("definition", sa.Text(), nullable=False, comment="when to choose this code"),
        sa.Column("also", sa.Text(), nullable=True, comment="other words for it, in either language, joined by '; '"),
        comment="Code list: parts of the trade, as figures that name no employer count them",
    )
    for table in FIGURES:
        with op.batch_alter_table(table, copy_from=in_order(table)) as batch:
            key = sa.ForeignKey("sector.id", name=f"fk_{table}_sector")
            comment = "what it counts where it names no employer; empty: no source says"
            batch.add_column(sa.Column("sector", sa.String(40), key, nullable=True, comment=comment))


def downgrade() -> None:
    for table in FIGURES:
        with op.batch_alter_table(table, copy_from=in_order(table)) as batch:
            batch.drop_constraint(f"fk_{table}_sector", type_="foreignkey")
            batch.drop_column("sector")
    op.drop_table("sector")


def in_order(table: str) -> sa.Table:
    """Return a table as it is, its constraints and indexes by name: SQLite builds it anew, the same way every time."""
    found = sa.Table(table, sa.MetaData(), autoload_with=op.get_bind())
    for parts in ("constraints", "indexes"):
        setattr(found, parts, OrderedSet(sorted(getattr(found, parts), key=lambda part: str(part.name))))
    return found
