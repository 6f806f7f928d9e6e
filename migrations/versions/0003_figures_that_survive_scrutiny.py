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


def downgrade() -> None:
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
    """Take the areas away; where something is said of one, its reference stands in the way."""
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
