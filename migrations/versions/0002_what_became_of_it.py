"""What became of it: ledger, states over time, identities, conflicts.

Revision 0002, after 0001; 2026-11-22.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "judgement",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug of the judgement"),
        sa.Column("judged", sa.String(length=60), nullable=False, comment="when it was judged (EDTF)"),
        sa.Column("judged_from", sa.Date(), nullable=True, comment="first day of that date; empty: open or unknown"),
        sa.Column("judged_to", sa.Date(), nullable=True, comment="last day of that date; empty: open or unknown"),
        sa.Column("reason", sa.Text(), nullable=False, comment="why they are one"),
        sa.Column("withdrawn", sa.String(length=60), nullable=True, comment="when it was taken back (EDTF)"),
        sa.Column("withdrawn_from", sa.Date(), nullable=True, comment="first day of that date; empty: open or unknown"),
        sa.Column("withdrawn_to", sa.Date(), nullable=True, comment="last day of that date; empty: open or unknown"),
        sa.Column("withdrawn_reason", sa.Text(), nullable=True, comment="why it was taken back"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
        comment="Judgements that several slugs mean one party; one that was withdrawn has no effect",
    )
    with op.batch_alter_table("judgement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_judgement_judged_from"), ["judged_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_judgement_judged_to"), ["judged_to"], unique=False)
        batch_op.create_index(batch_op.f("ix_judgement_withdrawn_from"), ["withdrawn_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_judgement_withdrawn_to"), ["withdrawn_to"], unique=False)

    op.create_table(
        "judgement_party",
        sa.Column("judgement_id", sa.String(length=120), nullable=False, comment="slug of the judgement"),
        sa.Column("position", sa.Integer(), nullable=False, comment="place in the list, from 1"),
        sa.Column(
            "party", sa.String(length=120), nullable=False, comment="a slug that means this party, in use or not"
        ),
        sa.ForeignKeyConstraint(["judgement_id"], ["judgement.id"], name=op.f("fk_judgement_party_judgement_id")),
        sa.PrimaryKeyConstraint("judgement_id", "position", name=op.f("pk_judgement_party")),
        comment="The slugs that a judgement holds to mean one party; the first stays",
    )
    with op.batch_alter_table("judgement_party", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_judgement_party_party"), ["party"], unique=False)

    op.create_table(
        "conflict_member",
        sa.Column("claim_id", sa.String(length=120), nullable=False, comment="the claim"),
        sa.Column("conflict_id", sa.String(length=120), nullable=False, comment="the first slug of the group"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_conflict_member_claim_id")),
        sa.PrimaryKeyConstraint("claim_id", name=op.f("pk_conflict_member")),
        comment="Claims that disagree with each other, or with what a source says, by group",
    )
    with op.batch_alter_table("conflict_member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_conflict_member_conflict_id"), ["conflict_id"], unique=False)

    op.create_table(
        "development",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug of the claim"),
        sa.Column(
            "concerns_id", sa.String(length=120), nullable=False, comment="the site, event, investment or succession"
        ),
        sa.Column(
            "status",
            sa.String(length=40),
            nullable=False,
            comment="its state then, of the code list that fits what it concerns",
        ),
        sa.Column(
            "operator_id",
            sa.String(length=120),
            nullable=True,
            comment="of a site: who runs it from then on; empty where nothing changes",
        ),
        sa.Column("date", sa.String(length=60), nullable=True, comment="when it came into that state (EDTF)"),
        sa.Column("date_from", sa.Date(), nullable=True, comment="first day of that date; empty: open or unknown"),
        sa.Column("date_to", sa.Date(), nullable=True, comment="last day of that date; empty: open or unknown"),
        sa.Column("date_basis", sa.String(length=40), nullable=True, comment="how that date is known"),
        sa.Column("date_note", sa.Text(), nullable=True, comment="how that date was reckoned or inferred"),
        sa.ForeignKeyConstraint(["concerns_id"], ["claim.id"], name=op.f("fk_development_concerns_id")),
        sa.ForeignKeyConstraint(["date_basis"], ["date_basis.id"], name=op.f("fk_development_date_basis")),
        sa.ForeignKeyConstraint(["id"], ["claim.id"], name=op.f("fk_development_id")),
        sa.ForeignKeyConstraint(["operator_id"], ["operator.id"], name=op.f("fk_development_operator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_development")),
        comment="New states of sites, events, investments and successions, each from a later source",
    )
    with op.batch_alter_table("development", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_development_concerns_id"), ["concerns_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_development_date_from"), ["date_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_development_date_to"), ["date_to"], unique=False)
        batch_op.create_index(batch_op.f("ix_development_operator_id"), ["operator_id"], unique=False)

    op.create_table(
        "operator_kin",
        sa.Column("operator_id", sa.String(length=120), nullable=False, comment="who is asked about"),
        sa.Column("other_id", sa.String(length=120), nullable=False, comment="who is taken in, itself included"),
        sa.Column(
            "relation",
            sa.String(length=40),
            nullable=False,
            comment="same: itself, under any of its names; successor: who followed it",
        ),
        sa.Column(
            "successions", sa.Text(), nullable=True, comment="slugs of the successions between them, joined by '; '"
        ),
        sa.ForeignKeyConstraint(["operator_id"], ["operator.id"], name=op.f("fk_operator_kin_operator_id")),
        sa.ForeignKeyConstraint(["other_id"], ["operator.id"], name=op.f("fk_operator_kin_other_id")),
        sa.PrimaryKeyConstraint("operator_id", "other_id", name=op.f("pk_operator_kin")),
        comment="Which operators a question about an operator takes in, and through which successions",
    )
    with op.batch_alter_table("operator_kin", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_operator_kin_other_id"), ["other_id"], unique=False)

    op.create_table(
        "ownership",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug of the claim"),
        sa.Column("owned_id", sa.String(length=120), nullable=False, comment="who belongs to another"),
        sa.Column("owner_id", sa.String(length=120), nullable=False, comment="the operator or fund that owns"),
        sa.Column("status", sa.String(length=40), nullable=False, comment="announced, completed, abandoned"),
        sa.Column("low", sa.Double(), nullable=True, comment="lower end of the share, per cent; empty for at_most"),
        sa.Column("high", sa.Double(), nullable=True, comment="upper end of the share, per cent; empty for at_least"),
        sa.Column("bound", sa.String(length=40), nullable=True, comment="how exact the figure is"),
        sa.Column("held", sa.String(length=60), nullable=True, comment="since when, or from when to when (EDTF)"),
        sa.Column("held_from", sa.Date(), nullable=True, comment="first day of that date; empty: open or unknown"),
        sa.Column("held_to", sa.Date(), nullable=True, comment="last day of that date; empty: open or unknown"),
        sa.Column("held_basis", sa.String(length=40), nullable=True, comment="how that date is known"),
        sa.Column("held_note", sa.Text(), nullable=True, comment="how that date was reckoned or inferred"),
        sa.CheckConstraint(
            "bound IS NULL OR (bound IN ('exact', 'about') AND low IS NOT NULL AND high IS NOT NULL AND low = high) OR (bound = 'at_least' AND low IS NOT NULL AND high IS NULL) OR (bound = 'at_most' AND low IS NULL AND high IS NOT NULL) OR (bound = 'range' AND low IS NOT NULL AND high IS NOT NULL AND low < high)",
            name=op.f("ck_ownership_bound_fits"),
        ),
        sa.ForeignKeyConstraint(["bound"], ["bound.id"], name=op.f("fk_ownership_bound")),
        sa.ForeignKeyConstraint(["held_basis"], ["date_basis.id"], name=op.f("fk_ownership_held_basis")),
        sa.ForeignKeyConstraint(["id"], ["claim.id"], name=op.f("fk_ownership_id")),
        sa.ForeignKeyConstraint(["owned_id"], ["operator.id"], name=op.f("fk_ownership_owned_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["party.id"], name=op.f("fk_ownership_owner_id")),
        sa.ForeignKeyConstraint(["status"], ["succession_status.id"], name=op.f("fk_ownership_status")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ownership")),
        comment="Which operator belongs to whom, wholly or in part, and goes on under its own name",
    )
    with op.batch_alter_table("ownership", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ownership_held_from"), ["held_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_ownership_held_to"), ["held_to"], unique=False)
        batch_op.create_index(batch_op.f("ix_ownership_owned_id"), ["owned_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_ownership_owner_id"), ["owner_id"], unique=False)

    op.create_table(
        "site_period",
        sa.Column("site_id", sa.String(length=120), nullable=False, comment="the site"),
        sa.Column("position", sa.Integer(), nullable=False, comment="place in the order of time, from 1"),
        sa.Column("status", sa.String(length=40), nullable=False, comment="state during that time"),
        sa.Column(
            "operator_id", sa.String(length=120), nullable=True, comment="who runs it then; empty where no source says"
        ),
        sa.Column("first_day", sa.Date(), nullable=True, comment="first day; empty: the beginning is open"),
        sa.Column("last_day", sa.Date(), nullable=True, comment="last day; empty: it lasts"),
        sa.Column("evidence", sa.Text(), nullable=False, comment="slugs of the claims behind it, joined by '; '"),
        sa.Column("reason", sa.Text(), nullable=False, comment="why that is its state then, in a line"),
        sa.Column(
            "last_evidence",
            sa.Date(),
            nullable=True,
            comment="last day of the time in which the latest source behind it appeared",
        ),
        sa.ForeignKeyConstraint(["operator_id"], ["operator.id"], name=op.f("fk_site_period_operator_id")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_site_period_site_id")),
        sa.ForeignKeyConstraint(["status"], ["site_status.id"], name=op.f("fk_site_period_status")),
        sa.PrimaryKeyConstraint("site_id", "position", name=op.f("pk_site_period")),
        comment="States of sites over time, without gaps or overlaps, reckoned at each load",
    )
    with op.batch_alter_table("site_period", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_site_period_first_day"), ["first_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_site_period_last_day"), ["last_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_site_period_operator_id"), ["operator_id"], unique=False)

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

    with op.batch_alter_table("source", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "syndicated_from",
                sa.String(length=120),
                nullable=True,
                comment="the text that it is a copy of: another source, or a text that wasn't held; copies are one voice",
            )
        )


def downgrade() -> None:
    with op.batch_alter_table("source", schema=None) as batch_op:
        batch_op.drop_column("syndicated_from")

    with op.batch_alter_table("ledger_evidence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ledger_evidence_claim_id"))

    op.drop_table("ledger_evidence")
    op.drop_table("ledger")
    with op.batch_alter_table("site_period", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_site_period_operator_id"))
        batch_op.drop_index(batch_op.f("ix_site_period_last_day"))
        batch_op.drop_index(batch_op.f("ix_site_period_first_day"))

    op.drop_table("site_period")
    with op.batch_alter_table("ownership", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ownership_owner_id"))
        batch_op.drop_index(batch_op.f("ix_ownership_owned_id"))
        batch_op.drop_index(batch_op.f("ix_ownership_held_to"))
        batch_op.drop_index(batch_op.f("ix_ownership_held_from"))

    op.drop_table("ownership")
    with op.batch_alter_table("operator_kin", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_operator_kin_other_id"))

    op.drop_table("operator_kin")
    with op.batch_alter_table("development", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_development_operator_id"))
        batch_op.drop_index(batch_op.f("ix_development_date_to"))
        batch_op.drop_index(batch_op.f("ix_development_date_from"))
        batch_op.drop_index(batch_op.f("ix_development_concerns_id"))

    op.drop_table("development")
    with op.batch_alter_table("conflict_member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_conflict_member_conflict_id"))

    op.drop_table("conflict_member")
    with op.batch_alter_table("judgement_party", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_judgement_party_party"))

    op.drop_table("judgement_party")
    with op.batch_alter_table("judgement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_judgement_withdrawn_to"))
        batch_op.drop_index(batch_op.f("ix_judgement_withdrawn_from"))
        batch_op.drop_index(batch_op.f("ix_judgement_judged_to"))
        batch_op.drop_index(batch_op.f("ix_judgement_judged_from"))

    op.drop_table("judgement")
