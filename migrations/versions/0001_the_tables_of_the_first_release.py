"""The tables of the first release.

Revision 0001, the first; 2026-11-22.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "basis",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_basis")),
        comment="Code list: who stands behind a figure",
    )
    op.create_table(
        "bound",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bound")),
        comment="Code list: whether a figure is exact, approximate, a minimum, a maximum or a range",
    )
    op.create_table(
        "claim_kind",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_kind")),
        comment="Code list: kinds of claim, one for each table of claims",
    )
    op.create_table(
        "country",
        sa.Column("id", sa.String(length=2), nullable=False, comment="ISO 3166-1 alpha-2 code"),
        sa.Column("alpha3", sa.String(length=3), nullable=False, comment="ISO 3166-1 alpha-3 code"),
        sa.Column("name_en", sa.String(length=300), nullable=False, comment="name in English (Unicode CLDR)"),
        sa.Column("name_fr", sa.String(length=300), nullable=False, comment="name in French (Unicode CLDR)"),
        sa.Column("in_africa", sa.Boolean(), nullable=False, comment="whether the country lies in Africa"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_country")),
        sa.UniqueConstraint("alpha3", name=op.f("uq_country_alpha3")),
        comment="Countries of ISO 3166-1",
    )
    op.create_table(
        "coverage_method",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coverage_method")),
        comment="Code list: how thoroughly articles were searched",
    )
    op.create_table(
        "currency",
        sa.Column("id", sa.String(length=3), nullable=False, comment="ISO 4217 code"),
        sa.Column("label_en", sa.String(length=300), nullable=False, comment="name in English (Unicode CLDR)"),
        sa.Column("label_fr", sa.String(length=300), nullable=False, comment="name in French (Unicode CLDR)"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_currency")),
        comment="Currencies of ISO 4217",
    )
    op.create_table(
        "date_basis",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_date_basis")),
        comment="Code list: whether a date is stated, reckoned from another date, or inferred",
    )
    op.create_table(
        "directness",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directness")),
        comment="Code list: whether a figure counts direct jobs, indirect jobs or both",
    )
    op.create_table(
        "event_kind",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_kind")),
        comment="Code list: kinds of event",
    )
    op.create_table(
        "event_status",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_status")),
        comment="Code list: whether an event or an investment is planned, happened or was cancelled",
    )
    op.create_table(
        "identifier_scheme",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identifier_scheme")),
        comment="Code list: outside registers whose identifiers a party bears",
    )
    op.create_table(
        "institution_kind",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_institution_kind")),
        comment="Code list: kinds of institution",
    )
    op.create_table(
        "investment_kind",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_investment_kind")),
        comment="Code list: what an amount of money is for",
    )
    op.create_table(
        "link_kind",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link_kind")),
        comment="Code list: relations between two claims",
    )
    op.create_table(
        "measure",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure")),
        comment="Code list: what a job figure counts; measures are never added to each other",
    )
    op.create_table(
        "name_kind",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_name_kind")),
        comment="Code list: kinds of name of a party or a place",
    )
    op.create_table(
        "outcome",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome")),
        comment="Code list: verdicts on a pledge",
    )
    op.create_table(
        "party",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug, as in webhelp"),
        sa.Column("kind", sa.String(length=40), nullable=False, comment="operator, institution or official"),
        sa.Column("name", sa.String(length=300), nullable=False, comment="the name that lists show"),
        sa.Column("note", sa.Text(), nullable=True, comment="the curator's remarks, doubts and reasoning"),
        sa.CheckConstraint("kind IN ('operator', 'institution', 'official')", name=op.f("ck_party_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party")),
        comment="Operators, institutions and officials together; slugs are unique across the three",
    )
    op.create_table(
        "period",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_period")),
        comment="Code list: the time to which a rate refers",
    )
    op.create_table(
        "place_kind",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place_kind")),
        comment="Code list: kinds of place",
    )
    op.create_table(
        "place_role",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place_role")),
        comment="Code list: whether an event takes place at, leads from or leads to a place",
    )
    op.create_table(
        "reading",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading")),
        comment="Code list: whether a job figure comes on top of what is there or includes it",
    )
    op.create_table(
        "report_kind",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_kind")),
        comment="Code list: whether reported jobs are held, created or lost",
    )
    op.create_table(
        "retired_slug",
        sa.Column("id", sa.String(length=120), nullable=False, comment="the old slug"),
        sa.Column(
            "successor", sa.String(length=120), nullable=True, comment="the slug to use instead, of whatever kind"
        ),
        sa.Column("reason", sa.Text(), nullable=False, comment="why it was retired"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retired_slug")),
        comment="Slugs that are no longer in use, so that old links and notes stay findable",
    )
    op.create_table(
        "role",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role")),
        comment="Code list: roles of parties in claims",
    )
    op.create_table(
        "search_entry",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug of the record"),
        sa.Column("kind", sa.String(length=40), nullable=False, comment="kind of record"),
        sa.Column("title", sa.Text(), nullable=False, comment="name, title or summary"),
        sa.Column("text", sa.Text(), nullable=False, comment="everything else that is searched"),
        sa.Column("folded_title", sa.Text(), nullable=False, comment="the title without case and accents"),
        sa.Column("folded_text", sa.Text(), nullable=False, comment="the text without case and accents"),
        sa.PrimaryKeyConstraint("id", "kind", name=op.f("pk_search_entry")),
        comment="Names, titles, summaries and notes, folded for search",
    )
    op.create_table(
        "site_status",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site_status")),
        comment="Code list: states of a site",
    )
    op.create_table(
        "stamp",
        sa.Column("id", sa.String(length=300), nullable=False, comment="what the value tells"),
        sa.Column("value", sa.Text(), nullable=False, comment="the value"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stamp")),
        comment="What the database was made from: version of ocdb, state of the data",
    )
    op.create_table(
        "stance",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stance")),
        comment="Code list: whether a citation supports or contradicts its claim",
    )
    op.create_table(
        "statistic_measure",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statistic_measure")),
        comment="Code list: what a market figure counts, with its unit in the definition",
    )
    op.create_table(
        "succession_kind",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_succession_kind")),
        comment="Code list: ways in which one operator follows another",
    )
    op.create_table(
        "succession_status",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_succession_status")),
        comment="Code list: how far a succession got",
    )
    op.create_table(
        "topic",
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic")),
        comment="Code list: subjects of statements",
    )
    op.create_table(
        "claim",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug, as in vipp-interstis-lome-2020-500"),
        sa.Column("kind", sa.String(length=40), nullable=False, comment="kind of claim"),
        sa.Column("summary", sa.Text(), nullable=False, comment="the claim in a line, in our own words"),
        sa.Column("said_by_id", sa.String(length=120), nullable=True, comment="whom the article quotes for it"),
        sa.Column(
            "preferred_because",
            sa.Text(),
            nullable=True,
            comment="of several claims in conflict this one is preferred, for this reason",
        ),
        sa.Column("note", sa.Text(), nullable=True, comment="the curator's remarks, doubts and reasoning"),
        sa.ForeignKeyConstraint(["kind"], ["claim_kind.id"], name=op.f("fk_claim_kind")),
        sa.ForeignKeyConstraint(["said_by_id"], ["party.id"], name=op.f("fk_claim_said_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
        comment="Everything that a source states; one table a kind holds the rest of each row",
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_kind"), ["kind"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_said_by_id"), ["said_by_id"], unique=False)

    op.create_table(
        "country_name",
        sa.Column("country_id", sa.String(length=2), nullable=False, comment="the country"),
        sa.Column(
            "folded", sa.String(length=300), nullable=False, comment="the name without case and accents, for look-ups"
        ),
        sa.Column("name", sa.String(length=300), nullable=False, comment="the name as written"),
        sa.ForeignKeyConstraint(["country_id"], ["country.id"], name=op.f("fk_country_name_country_id")),
        sa.PrimaryKeyConstraint("country_id", "folded", name=op.f("pk_country_name")),
        comment="Names and codes under which a country is found, in any language",
    )
    with op.batch_alter_table("country_name", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_country_name_folded"), ["folded"], unique=False)

    op.create_table(
        "coverage",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug of the search"),
        sa.Column("country_id", sa.String(length=2), nullable=False, comment="country, ISO 3166-1 alpha-2"),
        sa.Column("outlet", sa.String(length=300), nullable=False, comment="the outlet or archive that was searched"),
        sa.Column("method", sa.String(length=40), nullable=False, comment="how thoroughly"),
        sa.Column("searched", sa.String(length=60), nullable=False, comment="when the search was made (EDTF)"),
        sa.Column("searched_from", sa.Date(), nullable=True, comment="first day of that date; empty: open or unknown"),
        sa.Column("searched_to", sa.Date(), nullable=True, comment="last day of that date; empty: open or unknown"),
        sa.Column("words", sa.Text(), nullable=True, comment="the words that were searched for"),
        sa.Column("note", sa.Text(), nullable=True, comment="the curator's remarks, doubts and reasoning"),
        sa.ForeignKeyConstraint(["country_id"], ["country.id"], name=op.f("fk_coverage_country_id")),
        sa.ForeignKeyConstraint(["method"], ["coverage_method.id"], name=op.f("fk_coverage_method")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coverage")),
        comment="Searches for articles: country, outlets, method, when",
    )
    with op.batch_alter_table("coverage", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_coverage_country_id"), ["country_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_coverage_searched_from"), ["searched_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_coverage_searched_to"), ["searched_to"], unique=False)

    op.create_table(
        "official",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug of the party"),
        sa.ForeignKeyConstraint(["id"], ["party.id"], name=op.f("fk_official_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official")),
        comment="Named persons; their roles are in the table position",
    )
    op.create_table(
        "operator",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug of the party"),
        sa.Column("home_country_id", sa.String(length=2), nullable=True, comment="country of its head office"),
        sa.Column("founded", sa.String(length=60), nullable=True, comment="when it was founded (EDTF)"),
        sa.Column("founded_from", sa.Date(), nullable=True, comment="first day of that date; empty: open or unknown"),
        sa.Column("founded_to", sa.Date(), nullable=True, comment="last day of that date; empty: open or unknown"),
        sa.ForeignKeyConstraint(["home_country_id"], ["country.id"], name=op.f("fk_operator_home_country_id")),
        sa.ForeignKeyConstraint(["id"], ["party.id"], name=op.f("fk_operator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operator")),
        comment="Companies that run call centres or other outsourced services",
    )
    with op.batch_alter_table("operator", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_operator_founded_from"), ["founded_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_operator_founded_to"), ["founded_to"], unique=False)
        batch_op.create_index(batch_op.f("ix_operator_home_country_id"), ["home_country_id"], unique=False)

    op.create_table(
        "party_identifier",
        sa.Column("party_id", sa.String(length=120), nullable=False, comment="slug of the party"),
        sa.Column("scheme", sa.String(length=40), nullable=False, comment="the register that gave it"),
        sa.Column("value", sa.String(length=300), nullable=False, comment="the identifier"),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_party_identifier_party_id")),
        sa.ForeignKeyConstraint(["scheme"], ["identifier_scheme.id"], name=op.f("fk_party_identifier_scheme")),
        sa.PrimaryKeyConstraint("party_id", "scheme", "value", name=op.f("pk_party_identifier")),
        comment="Identifiers of parties in outside registers",
    )
    op.create_table(
        "party_name",
        sa.Column("party_id", sa.String(length=120), nullable=False, comment="slug of the party"),
        sa.Column("name", sa.String(length=300), nullable=False, comment="the name as written"),
        sa.Column("kind", sa.String(length=40), nullable=False, comment="kind of name"),
        sa.Column(
            "folded", sa.String(length=300), nullable=False, comment="the name without case and accents, for look-ups"
        ),
        sa.Column("used", sa.String(length=60), nullable=True, comment="when the name was in use (EDTF)"),
        sa.Column("used_from", sa.Date(), nullable=True, comment="first day of that date; empty: open or unknown"),
        sa.Column("used_to", sa.Date(), nullable=True, comment="last day of that date; empty: open or unknown"),
        sa.Column("note", sa.Text(), nullable=True, comment="where the name was seen"),
        sa.ForeignKeyConstraint(["kind"], ["name_kind.id"], name=op.f("fk_party_name_kind")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_party_name_party_id")),
        sa.PrimaryKeyConstraint("party_id", "name", name=op.f("pk_party_name")),
        comment="Dated names of parties: legal, brand, former, acronym, misspelling",
    )
    with op.batch_alter_table("party_name", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_party_name_folded"), ["folded"], unique=False)
        batch_op.create_index(batch_op.f("ix_party_name_used_from"), ["used_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_party_name_used_to"), ["used_to"], unique=False)

    op.create_table(
        "place",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug: country code and name, as in ma-agadir"),
        sa.Column("kind", sa.String(length=40), nullable=False, comment="kind of place"),
        sa.Column("name", sa.String(length=300), nullable=False, comment="name in use there, in Latin letters"),
        sa.Column("country_id", sa.String(length=2), nullable=False, comment="country, ISO 3166-1 alpha-2"),
        sa.Column("parent_id", sa.String(length=120), nullable=True, comment="the next larger place that it lies in"),
        sa.Column("latitude", sa.Double(), nullable=True, comment="degrees north, WGS 84 (GeoNames)"),
        sa.Column("longitude", sa.Double(), nullable=True, comment="degrees east, WGS 84 (GeoNames)"),
        sa.Column("geonames_id", sa.Integer(), nullable=True, comment="identifier at geonames.org"),
        sa.Column("note", sa.Text(), nullable=True, comment="the curator's remarks, doubts and reasoning"),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name=op.f("ck_place_latitude")),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name=op.f("ck_place_longitude")),
        sa.ForeignKeyConstraint(["country_id"], ["country.id"], name=op.f("fk_place_country_id")),
        sa.ForeignKeyConstraint(["kind"], ["place_kind.id"], name=op.f("fk_place_kind")),
        sa.ForeignKeyConstraint(["parent_id"], ["place.id"], name=op.f("fk_place_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        comment="Regions, cities, districts and business parks",
    )
    with op.batch_alter_table("place", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_place_country_id"), ["country_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_place_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "source",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug: publisher, date and subject"),
        sa.Column("publisher", sa.String(length=300), nullable=False, comment="the outlet that published it"),
        sa.Column("title", sa.Text(), nullable=True, comment="title, exactly as printed"),
        sa.Column("url", sa.Text(), nullable=True, comment="address"),
        sa.Column("language", sa.String(length=8), nullable=False, comment="language of the text, ISO 639-1"),
        sa.Column("published", sa.String(length=60), nullable=True, comment="date of publication (EDTF)"),
        sa.Column("published_from", sa.Date(), nullable=True, comment="first day of that date; empty: open or unknown"),
        sa.Column("published_to", sa.Date(), nullable=True, comment="last day of that date; empty: open or unknown"),
        sa.Column("published_basis", sa.String(length=40), nullable=True, comment="how that date is known"),
        sa.Column("published_note", sa.Text(), nullable=True, comment="how that date was reckoned or inferred"),
        sa.Column(
            "credited_to",
            sa.String(length=300),
            nullable=True,
            comment="the outlet that the article itself names as its origin",
        ),
        sa.Column(
            "sha256",
            sa.String(length=64),
            nullable=True,
            comment="SHA-256 of the normalised text, where it was held (docs/evidence.md)",
        ),
        sa.Column("paragraphs", sa.Integer(), nullable=True, comment="number of paragraphs of that text"),
        sa.Column("note", sa.Text(), nullable=True, comment="the curator's remarks, doubts and reasoning"),
        sa.ForeignKeyConstraint(["published_basis"], ["date_basis.id"], name=op.f("fk_source_published_basis")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("sha256", name=op.f("uq_source_sha256")),
        comment="Articles: bibliographic data and the hash of the text, never the text itself",
    )
    with op.batch_alter_table("source", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_source_published_from"), ["published_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_source_published_to"), ["published_to"], unique=False)

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
        "citation",
        sa.Column("id", sa.String(length=260), nullable=False, comment="claim, source and paragraph in one"),
        sa.Column("claim_id", sa.String(length=120), nullable=False, comment="the claim"),
        sa.Column("source_id", sa.String(length=120), nullable=False, comment="the article"),
        sa.Column(
            "paragraph",
            sa.Integer(),
            nullable=True,
            comment="number of the non-empty line, from 1; empty where the text was not held",
        ),
        sa.Column("stance", sa.String(length=40), nullable=False, comment="supports or contradicts"),
        sa.Column("note", sa.Text(), nullable=True, comment="the curator's remarks, doubts and reasoning"),
        sa.CheckConstraint("paragraph >= 1", name=op.f("ck_citation_paragraph")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_citation_claim_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_citation_source_id")),
        sa.ForeignKeyConstraint(["stance"], ["stance.id"], name=op.f("fk_citation_stance")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citation")),
        comment="Which source, which paragraph, and whether it supports or contradicts the claim",
    )
    with op.batch_alter_table("citation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_citation_claim_id"), ["claim_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_citation_source_id"), ["source_id"], unique=False)

    op.create_table(
        "claim_link",
        sa.Column("claim_id", sa.String(length=120), nullable=False, comment="slug of the claim"),
        sa.Column("kind", sa.String(length=40), nullable=False, comment="kind of relation"),
        sa.Column("other_id", sa.String(length=120), nullable=False, comment="the claim that it relates to"),
        sa.CheckConstraint("claim_id <> other_id", name=op.f("ck_claim_link_two_claims")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_claim_link_claim_id")),
        sa.ForeignKeyConstraint(["kind"], ["link_kind.id"], name=op.f("fk_claim_link_kind")),
        sa.ForeignKeyConstraint(["other_id"], ["claim.id"], name=op.f("fk_claim_link_other_id")),
        sa.PrimaryKeyConstraint("claim_id", "kind", "other_id", name=op.f("pk_claim_link")),
        comment="Relations between claims: part_of and revises point up, conflicts_with goes both ways",
    )
    with op.batch_alter_table("claim_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_link_other_id"), ["other_id"], unique=False)

    op.create_table(
        "claim_party",
        sa.Column("claim_id", sa.String(length=120), nullable=False, comment="slug of the claim"),
        sa.Column("party_id", sa.String(length=120), nullable=False, comment="operator, institution or official"),
        sa.Column("role", sa.String(length=40), nullable=False, comment="what it does in the claim"),
        sa.Column("position", sa.Integer(), nullable=False, comment="place in the list, from 1"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_claim_party_claim_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_claim_party_party_id")),
        sa.ForeignKeyConstraint(["role"], ["role.id"], name=op.f("fk_claim_party_role")),
        sa.PrimaryKeyConstraint("claim_id", "party_id", "role", name=op.f("pk_claim_party")),
        comment="Parties of a claim, each in a role, in the curator's order",
    )
    with op.batch_alter_table("claim_party", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_party_party_id"), ["party_id"], unique=False)

    op.create_table(
        "coverage_year",
        sa.Column("coverage_id", sa.String(length=120), nullable=False, comment="the search"),
        sa.Column("year", sa.Integer(), nullable=False, comment="year of publication"),
        sa.Column(
            "found", sa.Integer(), nullable=False, comment="articles on the subject that were found, read or not"
        ),
        sa.CheckConstraint("found >= 0", name=op.f("ck_coverage_year_found")),
        sa.ForeignKeyConstraint(["coverage_id"], ["coverage.id"], name=op.f("fk_coverage_year_coverage_id")),
        sa.PrimaryKeyConstraint("coverage_id", "year", name=op.f("pk_coverage_year")),
        comment="Articles found by a search, by year of publication; a year that wasn't searched has no row",
    )
    with op.batch_alter_table("coverage_year", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_coverage_year_year"), ["year"], unique=False)

    op.create_table(
        "institution",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug of the party"),
        sa.Column("kind", sa.String(length=40), nullable=False, comment="kind of institution"),
        sa.Column("country_id", sa.String(length=2), nullable=True, comment="country in which it works"),
        sa.Column("place_id", sa.String(length=120), nullable=True, comment="place for which it is competent"),
        sa.ForeignKeyConstraint(["country_id"], ["country.id"], name=op.f("fk_institution_country_id")),
        sa.ForeignKeyConstraint(["id"], ["party.id"], name=op.f("fk_institution_id")),
        sa.ForeignKeyConstraint(["kind"], ["institution_kind.id"], name=op.f("fk_institution_kind")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_institution_place_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_institution")),
        comment="Ministries, investment centres, agencies, trade shows, funds, associations, clubs",
    )
    with op.batch_alter_table("institution", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_institution_country_id"), ["country_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_institution_place_id"), ["place_id"], unique=False)

    op.create_table(
        "place_name",
        sa.Column("place_id", sa.String(length=120), nullable=False, comment="the place"),
        sa.Column("name", sa.String(length=300), nullable=False, comment="the name as written"),
        sa.Column("kind", sa.String(length=40), nullable=False, comment="kind of name"),
        sa.Column(
            "folded", sa.String(length=300), nullable=False, comment="the name without case and accents, for look-ups"
        ),
        sa.ForeignKeyConstraint(["kind"], ["name_kind.id"], name=op.f("fk_place_name_kind")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_place_name_place_id")),
        sa.PrimaryKeyConstraint("place_id", "name", name=op.f("pk_place_name")),
        comment="Names that a place bears or bore, its main name included",
    )
    with op.batch_alter_table("place_name", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_place_name_folded"), ["folded"], unique=False)

    op.create_table(
        "position",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug of the claim"),
        sa.Column("official_id", sa.String(length=120), nullable=False, comment="the person"),
        sa.Column("organisation_id", sa.String(length=120), nullable=True, comment="operator or institution"),
        sa.Column("title", sa.String(length=300), nullable=False, comment="the role, in English"),
        sa.Column(
            "held", sa.String(length=60), nullable=True, comment="when it was held, as far as the sources show (EDTF)"
        ),
        sa.Column("held_from", sa.Date(), nullable=True, comment="first day of that date; empty: open or unknown"),
        sa.Column("held_to", sa.Date(), nullable=True, comment="last day of that date; empty: open or unknown"),
        sa.Column("held_basis", sa.String(length=40), nullable=True, comment="how that date is known"),
        sa.Column("held_note", sa.Text(), nullable=True, comment="how that date was reckoned or inferred"),
        sa.ForeignKeyConstraint(["held_basis"], ["date_basis.id"], name=op.f("fk_position_held_basis")),
        sa.ForeignKeyConstraint(["id"], ["claim.id"], name=op.f("fk_position_id")),
        sa.ForeignKeyConstraint(["official_id"], ["official.id"], name=op.f("fk_position_official_id")),
        sa.ForeignKeyConstraint(["organisation_id"], ["party.id"], name=op.f("fk_position_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_position")),
        comment="Roles that officials held, and when",
    )
    with op.batch_alter_table("position", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_position_held_from"), ["held_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_position_held_to"), ["held_to"], unique=False)
        batch_op.create_index(batch_op.f("ix_position_official_id"), ["official_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_position_organisation_id"), ["organisation_id"], unique=False)

    op.create_table(
        "site",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug of the claim"),
        sa.Column("name", sa.String(length=300), nullable=True, comment="name of the site, where it bears one"),
        sa.Column(
            "operator_id",
            sa.String(length=120),
            nullable=True,
            comment="who runs it; empty where the source doesn't say",
        ),
        sa.Column("country_id", sa.String(length=2), nullable=False, comment="country, ISO 3166-1 alpha-2"),
        sa.Column("place_id", sa.String(length=120), nullable=True, comment="the closest place known"),
        sa.Column(
            "address", sa.String(length=300), nullable=True, comment="building or street, where the source gives it"
        ),
        sa.Column("status", sa.String(length=40), nullable=False, comment="state, as of the latest source"),
        sa.Column("opened", sa.String(length=60), nullable=True, comment="when it opened or is to open (EDTF)"),
        sa.Column("opened_from", sa.Date(), nullable=True, comment="first day of that date; empty: open or unknown"),
        sa.Column("opened_to", sa.Date(), nullable=True, comment="last day of that date; empty: open or unknown"),
        sa.Column("opened_basis", sa.String(length=40), nullable=True, comment="how that date is known"),
        sa.Column("opened_note", sa.Text(), nullable=True, comment="how that date was reckoned or inferred"),
        sa.Column("closed", sa.String(length=60), nullable=True, comment="when it closed or is to close (EDTF)"),
        sa.Column("closed_from", sa.Date(), nullable=True, comment="first day of that date; empty: open or unknown"),
        sa.Column("closed_to", sa.Date(), nullable=True, comment="last day of that date; empty: open or unknown"),
        sa.Column("closed_basis", sa.String(length=40), nullable=True, comment="how that date is known"),
        sa.Column("closed_note", sa.Text(), nullable=True, comment="how that date was reckoned or inferred"),
        sa.ForeignKeyConstraint(["closed_basis"], ["date_basis.id"], name=op.f("fk_site_closed_basis")),
        sa.ForeignKeyConstraint(["country_id"], ["country.id"], name=op.f("fk_site_country_id")),
        sa.ForeignKeyConstraint(["id"], ["claim.id"], name=op.f("fk_site_id")),
        sa.ForeignKeyConstraint(["opened_basis"], ["date_basis.id"], name=op.f("fk_site_opened_basis")),
        sa.ForeignKeyConstraint(["operator_id"], ["operator.id"], name=op.f("fk_site_operator_id")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_site_place_id")),
        sa.ForeignKeyConstraint(["status"], ["site_status.id"], name=op.f("fk_site_status")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site")),
        comment="Centres that operators run or plan; one without a name is a normal record",
    )
    with op.batch_alter_table("site", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_site_closed_from"), ["closed_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_site_closed_to"), ["closed_to"], unique=False)
        batch_op.create_index(batch_op.f("ix_site_country_id"), ["country_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_site_opened_from"), ["opened_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_site_opened_to"), ["opened_to"], unique=False)
        batch_op.create_index(batch_op.f("ix_site_operator_id"), ["operator_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_site_place_id"), ["place_id"], unique=False)

    op.create_table(
        "source_author",
        sa.Column("source_id", sa.String(length=120), nullable=False, comment="the article"),
        sa.Column("position", sa.Integer(), nullable=False, comment="place in the list of authors, from 1"),
        sa.Column("name", sa.String(length=300), nullable=False, comment="name as printed"),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_source_author_source_id")),
        sa.PrimaryKeyConstraint("source_id", "position", name=op.f("pk_source_author")),
        comment="Authors of articles, in the printed order",
    )
    op.create_table(
        "statement",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug of the claim"),
        sa.Column("topic", sa.String(length=40), nullable=False, comment="subject"),
        sa.Column("country_id", sa.String(length=2), nullable=True, comment="country, ISO 3166-1 alpha-2"),
        sa.Column("place_id", sa.String(length=120), nullable=True, comment="the closest place known"),
        sa.ForeignKeyConstraint(["country_id"], ["country.id"], name=op.f("fk_statement_country_id")),
        sa.ForeignKeyConstraint(["id"], ["claim.id"], name=op.f("fk_statement_id")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_statement_place_id")),
        sa.ForeignKeyConstraint(["topic"], ["topic.id"], name=op.f("fk_statement_topic")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
        comment="Facts that no other table holds: reasons, services, rankings, policies",
    )
    with op.batch_alter_table("statement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_statement_country_id"), ["country_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_statement_place_id"), ["place_id"], unique=False)

    op.create_table(
        "succession",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug of the claim"),
        sa.Column("kind", sa.String(length=40), nullable=False, comment="rename, merger, acquisition ..."),
        sa.Column("status", sa.String(length=40), nullable=False, comment="announced, completed, abandoned"),
        sa.Column("predecessor_id", sa.String(length=120), nullable=False, comment="who was there before"),
        sa.Column("successor_id", sa.String(length=120), nullable=False, comment="who follows"),
        sa.Column("date", sa.String(length=60), nullable=True, comment="when it took effect or is to (EDTF)"),
        sa.Column("date_from", sa.Date(), nullable=True, comment="first day of that date; empty: open or unknown"),
        sa.Column("date_to", sa.Date(), nullable=True, comment="last day of that date; empty: open or unknown"),
        sa.Column("date_basis", sa.String(length=40), nullable=True, comment="how that date is known"),
        sa.Column("date_note", sa.Text(), nullable=True, comment="how that date was reckoned or inferred"),
        sa.ForeignKeyConstraint(["date_basis"], ["date_basis.id"], name=op.f("fk_succession_date_basis")),
        sa.ForeignKeyConstraint(["id"], ["claim.id"], name=op.f("fk_succession_id")),
        sa.ForeignKeyConstraint(["kind"], ["succession_kind.id"], name=op.f("fk_succession_kind")),
        sa.ForeignKeyConstraint(["predecessor_id"], ["operator.id"], name=op.f("fk_succession_predecessor_id")),
        sa.ForeignKeyConstraint(["status"], ["succession_status.id"], name=op.f("fk_succession_status")),
        sa.ForeignKeyConstraint(["successor_id"], ["operator.id"], name=op.f("fk_succession_successor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_succession")),
        comment="Renames, mergers and acquisitions between operators",
    )
    with op.batch_alter_table("succession", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_succession_date_from"), ["date_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_succession_date_to"), ["date_to"], unique=False)
        batch_op.create_index(batch_op.f("ix_succession_predecessor_id"), ["predecessor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_succession_successor_id"), ["successor_id"], unique=False)

    op.create_table(
        "event",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug of the claim"),
        sa.Column("kind", sa.String(length=40), nullable=False, comment="kind of event"),
        sa.Column(
            "status",
            sa.String(length=40),
            nullable=False,
            comment="planned, happened or cancelled, as of the latest source",
        ),
        sa.Column("name", sa.String(length=300), nullable=True, comment="name of the event, where it bears one"),
        sa.Column("site_id", sa.String(length=120), nullable=True, comment="the site concerned"),
        sa.Column(
            "part_of_id", sa.String(length=120), nullable=True, comment="the larger event during which it took place"
        ),
        sa.Column("date", sa.String(length=60), nullable=True, comment="when (EDTF)"),
        sa.Column("date_from", sa.Date(), nullable=True, comment="first day of that date; empty: open or unknown"),
        sa.Column("date_to", sa.Date(), nullable=True, comment="last day of that date; empty: open or unknown"),
        sa.Column("date_basis", sa.String(length=40), nullable=True, comment="how that date is known"),
        sa.Column("date_note", sa.Text(), nullable=True, comment="how that date was reckoned or inferred"),
        sa.ForeignKeyConstraint(["date_basis"], ["date_basis.id"], name=op.f("fk_event_date_basis")),
        sa.ForeignKeyConstraint(["id"], ["claim.id"], name=op.f("fk_event_id")),
        sa.ForeignKeyConstraint(["kind"], ["event_kind.id"], name=op.f("fk_event_kind")),
        sa.ForeignKeyConstraint(["part_of_id"], ["event.id"], name=op.f("fk_event_part_of_id")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_event_site_id")),
        sa.ForeignKeyConstraint(["status"], ["event_status.id"], name=op.f("fk_event_status")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        comment="Openings, closures, relocations, agreements, trade shows, awards ...",
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_date_from"), ["date_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_date_to"), ["date_to"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_kind"), ["kind"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_part_of_id"), ["part_of_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_site_id"), ["site_id"], unique=False)

    op.create_table(
        "job_report",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug of the claim"),
        sa.Column("kind", sa.String(length=40), nullable=False, comment="held, created or lost"),
        sa.Column("measure", sa.String(length=40), nullable=False, comment="what is counted"),
        sa.Column("reading", sa.String(length=40), nullable=False, comment="on top of what is there, or in all"),
        sa.Column(
            "low", sa.BigInteger(), nullable=True, comment="lower end, in units of the measure; empty for at_most"
        ),
        sa.Column("high", sa.BigInteger(), nullable=True, comment="upper end; empty for at_least"),
        sa.Column("bound", sa.String(length=40), nullable=False, comment="how exact the figure is"),
        sa.Column("basis", sa.String(length=40), nullable=False, comment="whose figure it is"),
        sa.Column("directness", sa.String(length=40), nullable=False, comment="direct or indirect jobs"),
        sa.Column("country_id", sa.String(length=2), nullable=False, comment="country, ISO 3166-1 alpha-2"),
        sa.Column("place_id", sa.String(length=120), nullable=True, comment="the closest place known"),
        sa.Column("site_id", sa.String(length=120), nullable=True, comment="the site concerned"),
        sa.Column(
            "as_of", sa.String(length=60), nullable=True, comment="on which date or during which time it held (EDTF)"
        ),
        sa.Column("as_of_from", sa.Date(), nullable=True, comment="first day of that date; empty: open or unknown"),
        sa.Column("as_of_to", sa.Date(), nullable=True, comment="last day of that date; empty: open or unknown"),
        sa.Column("as_of_basis", sa.String(length=40), nullable=True, comment="how that date is known"),
        sa.Column("as_of_note", sa.Text(), nullable=True, comment="how that date was reckoned or inferred"),
        sa.CheckConstraint(
            "(bound IN ('exact', 'about') AND low IS NOT NULL AND high IS NOT NULL AND low = high) OR (bound = 'at_least' AND low IS NOT NULL AND high IS NULL) OR (bound = 'at_most' AND low IS NULL AND high IS NOT NULL) OR (bound = 'range' AND low IS NOT NULL AND high IS NOT NULL AND low < high)",
            name=op.f("ck_job_report_bound_fits"),
        ),
        sa.CheckConstraint("low >= 0 OR low IS NULL", name=op.f("ck_job_report_low")),
        sa.ForeignKeyConstraint(["as_of_basis"], ["date_basis.id"], name=op.f("fk_job_report_as_of_basis")),
        sa.ForeignKeyConstraint(["basis"], ["basis.id"], name=op.f("fk_job_report_basis")),
        sa.ForeignKeyConstraint(["bound"], ["bound.id"], name=op.f("fk_job_report_bound")),
        sa.ForeignKeyConstraint(["country_id"], ["country.id"], name=op.f("fk_job_report_country_id")),
        sa.ForeignKeyConstraint(["directness"], ["directness.id"], name=op.f("fk_job_report_directness")),
        sa.ForeignKeyConstraint(["id"], ["claim.id"], name=op.f("fk_job_report_id")),
        sa.ForeignKeyConstraint(["kind"], ["report_kind.id"], name=op.f("fk_job_report_kind")),
        sa.ForeignKeyConstraint(["measure"], ["measure.id"], name=op.f("fk_job_report_measure")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_job_report_place_id")),
        sa.ForeignKeyConstraint(["reading"], ["reading.id"], name=op.f("fk_job_report_reading")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_job_report_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_report")),
        comment="Job figures about the present or the past: held, created, lost",
    )
    with op.batch_alter_table("job_report", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_job_report_as_of_from"), ["as_of_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_job_report_as_of_to"), ["as_of_to"], unique=False)
        batch_op.create_index(batch_op.f("ix_job_report_country_id"), ["country_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_job_report_place_id"), ["place_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_job_report_site_id"), ["site_id"], unique=False)

    op.create_table(
        "event_place",
        sa.Column("event_id", sa.String(length=120), nullable=False, comment="the event"),
        sa.Column("role", sa.String(length=40), nullable=False, comment="at, from or to"),
        sa.Column("position", sa.Integer(), nullable=False, comment="place in the list, from 1"),
        sa.Column("country_id", sa.String(length=2), nullable=False, comment="country, ISO 3166-1 alpha-2"),
        sa.Column("place_id", sa.String(length=120), nullable=True, comment="the closest place known"),
        sa.ForeignKeyConstraint(["country_id"], ["country.id"], name=op.f("fk_event_place_country_id")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_place_event_id")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_event_place_place_id")),
        sa.ForeignKeyConstraint(["role"], ["place_role.id"], name=op.f("fk_event_place_role")),
        sa.PrimaryKeyConstraint("event_id", "role", "position", name=op.f("pk_event_place")),
        comment="Where an event takes place, leads from or leads to",
    )
    with op.batch_alter_table("event_place", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_place_country_id"), ["country_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_place_place_id"), ["place_id"], unique=False)

    op.create_table(
        "investment",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug of the claim"),
        sa.Column("kind", sa.String(length=40), nullable=False, comment="what the money is for"),
        sa.Column(
            "status",
            sa.String(length=40),
            nullable=False,
            comment="planned, happened or cancelled, as of the latest source",
        ),
        sa.Column("low", sa.BigInteger(), nullable=True, comment="lower end, in whole units of the currency"),
        sa.Column("high", sa.BigInteger(), nullable=True, comment="upper end, in whole units of the currency"),
        sa.Column("bound", sa.String(length=40), nullable=False, comment="how exact the figure is"),
        sa.Column("currency_id", sa.String(length=3), nullable=False, comment="ISO 4217 code"),
        sa.Column("country_id", sa.String(length=2), nullable=False, comment="country, ISO 3166-1 alpha-2"),
        sa.Column("place_id", sa.String(length=120), nullable=True, comment="the closest place known"),
        sa.Column("site_id", sa.String(length=120), nullable=True, comment="the site concerned"),
        sa.Column("event_id", sa.String(length=120), nullable=True, comment="the event that it belongs to"),
        sa.Column("date", sa.String(length=60), nullable=True, comment="when it is spent (EDTF)"),
        sa.Column("date_from", sa.Date(), nullable=True, comment="first day of that date; empty: open or unknown"),
        sa.Column("date_to", sa.Date(), nullable=True, comment="last day of that date; empty: open or unknown"),
        sa.Column("date_basis", sa.String(length=40), nullable=True, comment="how that date is known"),
        sa.Column("date_note", sa.Text(), nullable=True, comment="how that date was reckoned or inferred"),
        sa.CheckConstraint(
            "(bound IN ('exact', 'about') AND low IS NOT NULL AND high IS NOT NULL AND low = high) OR (bound = 'at_least' AND low IS NOT NULL AND high IS NULL) OR (bound = 'at_most' AND low IS NULL AND high IS NOT NULL) OR (bound = 'range' AND low IS NOT NULL AND high IS NOT NULL AND low < high)",
            name=op.f("ck_investment_bound_fits"),
        ),
        sa.ForeignKeyConstraint(["bound"], ["bound.id"], name=op.f("fk_investment_bound")),
        sa.ForeignKeyConstraint(["country_id"], ["country.id"], name=op.f("fk_investment_country_id")),
        sa.ForeignKeyConstraint(["currency_id"], ["currency.id"], name=op.f("fk_investment_currency_id")),
        sa.ForeignKeyConstraint(["date_basis"], ["date_basis.id"], name=op.f("fk_investment_date_basis")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_investment_event_id")),
        sa.ForeignKeyConstraint(["id"], ["claim.id"], name=op.f("fk_investment_id")),
        sa.ForeignKeyConstraint(["kind"], ["investment_kind.id"], name=op.f("fk_investment_kind")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_investment_place_id")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_investment_site_id")),
        sa.ForeignKeyConstraint(["status"], ["event_status.id"], name=op.f("fk_investment_status")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_investment")),
        comment="Amounts of money, in whole units of their currency",
    )
    with op.batch_alter_table("investment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_investment_country_id"), ["country_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_investment_date_from"), ["date_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_investment_date_to"), ["date_to"], unique=False)
        batch_op.create_index(batch_op.f("ix_investment_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_investment_place_id"), ["place_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_investment_site_id"), ["site_id"], unique=False)

    op.create_table(
        "job_pledge",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug of the claim"),
        sa.Column("measure", sa.String(length=40), nullable=False, comment="what is counted"),
        sa.Column("reading", sa.String(length=40), nullable=False, comment="on top of what is there, or in all"),
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
        sa.Column("country_id", sa.String(length=2), nullable=False, comment="country, ISO 3166-1 alpha-2"),
        sa.Column("place_id", sa.String(length=120), nullable=True, comment="the closest place known"),
        sa.Column("site_id", sa.String(length=120), nullable=True, comment="the site concerned"),
        sa.Column("event_id", sa.String(length=120), nullable=True, comment="the event that it belongs to"),
        sa.Column("announced", sa.String(length=60), nullable=True, comment="when it was made (EDTF)"),
        sa.Column("announced_from", sa.Date(), nullable=True, comment="first day of that date; empty: open or unknown"),
        sa.Column("announced_to", sa.Date(), nullable=True, comment="last day of that date; empty: open or unknown"),
        sa.Column("announced_basis", sa.String(length=40), nullable=True, comment="how that date is known"),
        sa.Column("announced_note", sa.Text(), nullable=True, comment="how that date was reckoned or inferred"),
        sa.Column("due", sa.String(length=60), nullable=True, comment="by when it is to be kept (EDTF)"),
        sa.Column("due_from", sa.Date(), nullable=True, comment="first day of that date; empty: open or unknown"),
        sa.Column("due_to", sa.Date(), nullable=True, comment="last day of that date; empty: open or unknown"),
        sa.Column("due_basis", sa.String(length=40), nullable=True, comment="how that date is known"),
        sa.Column("due_note", sa.Text(), nullable=True, comment="how that date was reckoned or inferred"),
        sa.CheckConstraint(
            "(bound IN ('exact', 'about') AND low IS NOT NULL AND high IS NOT NULL AND low = high) OR (bound = 'at_least' AND low IS NOT NULL AND high IS NULL) OR (bound = 'at_most' AND low IS NULL AND high IS NOT NULL) OR (bound = 'range' AND low IS NOT NULL AND high IS NOT NULL AND low < high)",
            name=op.f("ck_job_pledge_bound_fits"),
        ),
        sa.CheckConstraint("low >= 0 OR low IS NULL", name=op.f("ck_job_pledge_low")),
        sa.CheckConstraint("unnamed_operators >= 0", name=op.f("ck_job_pledge_unnamed_operators")),
        sa.ForeignKeyConstraint(["announced_basis"], ["date_basis.id"], name=op.f("fk_job_pledge_announced_basis")),
        sa.ForeignKeyConstraint(["basis"], ["basis.id"], name=op.f("fk_job_pledge_basis")),
        sa.ForeignKeyConstraint(["bound"], ["bound.id"], name=op.f("fk_job_pledge_bound")),
        sa.ForeignKeyConstraint(["country_id"], ["country.id"], name=op.f("fk_job_pledge_country_id")),
        sa.ForeignKeyConstraint(["directness"], ["directness.id"], name=op.f("fk_job_pledge_directness")),
        sa.ForeignKeyConstraint(["due_basis"], ["date_basis.id"], name=op.f("fk_job_pledge_due_basis")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_job_pledge_event_id")),
        sa.ForeignKeyConstraint(["id"], ["claim.id"], name=op.f("fk_job_pledge_id")),
        sa.ForeignKeyConstraint(["measure"], ["measure.id"], name=op.f("fk_job_pledge_measure")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_job_pledge_place_id")),
        sa.ForeignKeyConstraint(["reading"], ["reading.id"], name=op.f("fk_job_pledge_reading")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_job_pledge_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_pledge")),
        comment="Promised, targeted or projected job figures",
    )
    with op.batch_alter_table("job_pledge", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_job_pledge_announced_from"), ["announced_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_job_pledge_announced_to"), ["announced_to"], unique=False)
        batch_op.create_index(batch_op.f("ix_job_pledge_country_id"), ["country_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_job_pledge_due_from"), ["due_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_job_pledge_due_to"), ["due_to"], unique=False)
        batch_op.create_index(batch_op.f("ix_job_pledge_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_job_pledge_place_id"), ["place_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_job_pledge_site_id"), ["site_id"], unique=False)

    op.create_table(
        "statistic",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug of the claim"),
        sa.Column("measure", sa.String(length=40), nullable=False, comment="what is counted, in which unit"),
        sa.Column("low", sa.Double(), nullable=True, comment="lower end; empty for at_most"),
        sa.Column("high", sa.Double(), nullable=True, comment="upper end; empty for at_least"),
        sa.Column("bound", sa.String(length=40), nullable=False, comment="how exact the figure is"),
        sa.Column("period", sa.String(length=40), nullable=True, comment="for a rate: the time it refers to"),
        sa.Column("country_id", sa.String(length=2), nullable=True, comment="country, ISO 3166-1 alpha-2"),
        sa.Column("place_id", sa.String(length=120), nullable=True, comment="the closest place known"),
        sa.Column("site_id", sa.String(length=120), nullable=True, comment="the site concerned"),
        sa.Column("event_id", sa.String(length=120), nullable=True, comment="the event that it belongs to"),
        sa.Column(
            "as_of", sa.String(length=60), nullable=True, comment="on which date or during which time it held (EDTF)"
        ),
        sa.Column("as_of_from", sa.Date(), nullable=True, comment="first day of that date; empty: open or unknown"),
        sa.Column("as_of_to", sa.Date(), nullable=True, comment="last day of that date; empty: open or unknown"),
        sa.Column("as_of_basis", sa.String(length=40), nullable=True, comment="how that date is known"),
        sa.Column("as_of_note", sa.Text(), nullable=True, comment="how that date was reckoned or inferred"),
        sa.CheckConstraint(
            "(bound IN ('exact', 'about') AND low IS NOT NULL AND high IS NOT NULL AND low = high) OR (bound = 'at_least' AND low IS NOT NULL AND high IS NULL) OR (bound = 'at_most' AND low IS NULL AND high IS NOT NULL) OR (bound = 'range' AND low IS NOT NULL AND high IS NOT NULL AND low < high)",
            name=op.f("ck_statistic_bound_fits"),
        ),
        sa.ForeignKeyConstraint(["as_of_basis"], ["date_basis.id"], name=op.f("fk_statistic_as_of_basis")),
        sa.ForeignKeyConstraint(["bound"], ["bound.id"], name=op.f("fk_statistic_bound")),
        sa.ForeignKeyConstraint(["country_id"], ["country.id"], name=op.f("fk_statistic_country_id")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_statistic_event_id")),
        sa.ForeignKeyConstraint(["id"], ["claim.id"], name=op.f("fk_statistic_id")),
        sa.ForeignKeyConstraint(["measure"], ["statistic_measure.id"], name=op.f("fk_statistic_measure")),
        sa.ForeignKeyConstraint(["period"], ["period.id"], name=op.f("fk_statistic_period")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_statistic_place_id")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_statistic_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statistic")),
        comment="Market figures: sites a year, vacancies a week, contacts a year, completion, premises",
    )
    with op.batch_alter_table("statistic", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_statistic_as_of_from"), ["as_of_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_statistic_as_of_to"), ["as_of_to"], unique=False)
        batch_op.create_index(batch_op.f("ix_statistic_country_id"), ["country_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_statistic_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_statistic_place_id"), ["place_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_statistic_site_id"), ["site_id"], unique=False)

    op.create_table(
        "verdict",
        sa.Column("id", sa.String(length=120), nullable=False, comment="slug of the claim"),
        sa.Column("pledge_id", sa.String(length=120), nullable=False, comment="the pledge"),
        sa.Column("outcome", sa.String(length=40), nullable=False, comment="what became of it"),
        sa.Column("as_of", sa.String(length=60), nullable=True, comment="on which date that held (EDTF)"),
        sa.Column("as_of_from", sa.Date(), nullable=True, comment="first day of that date; empty: open or unknown"),
        sa.Column("as_of_to", sa.Date(), nullable=True, comment="last day of that date; empty: open or unknown"),
        sa.Column("as_of_basis", sa.String(length=40), nullable=True, comment="how that date is known"),
        sa.Column("as_of_note", sa.Text(), nullable=True, comment="how that date was reckoned or inferred"),
        sa.ForeignKeyConstraint(["as_of_basis"], ["date_basis.id"], name=op.f("fk_verdict_as_of_basis")),
        sa.ForeignKeyConstraint(["id"], ["claim.id"], name=op.f("fk_verdict_id")),
        sa.ForeignKeyConstraint(["outcome"], ["outcome.id"], name=op.f("fk_verdict_outcome")),
        sa.ForeignKeyConstraint(["pledge_id"], ["job_pledge.id"], name=op.f("fk_verdict_pledge_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verdict")),
        comment="Sourced verdicts on pledges; computed ones are not stored",
    )
    with op.batch_alter_table("verdict", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_verdict_as_of_from"), ["as_of_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_verdict_as_of_to"), ["as_of_to"], unique=False)
        batch_op.create_index(batch_op.f("ix_verdict_pledge_id"), ["pledge_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("verdict", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_verdict_pledge_id"))
        batch_op.drop_index(batch_op.f("ix_verdict_as_of_to"))
        batch_op.drop_index(batch_op.f("ix_verdict_as_of_from"))

    op.drop_table("verdict")
    with op.batch_alter_table("statistic", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_statistic_site_id"))
        batch_op.drop_index(batch_op.f("ix_statistic_place_id"))
        batch_op.drop_index(batch_op.f("ix_statistic_event_id"))
        batch_op.drop_index(batch_op.f("ix_statistic_country_id"))
        batch_op.drop_index(batch_op.f("ix_statistic_as_of_to"))
        batch_op.drop_index(batch_op.f("ix_statistic_as_of_from"))

    op.drop_table("statistic")
    with op.batch_alter_table("job_pledge", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_job_pledge_site_id"))
        batch_op.drop_index(batch_op.f("ix_job_pledge_place_id"))
        batch_op.drop_index(batch_op.f("ix_job_pledge_event_id"))
        batch_op.drop_index(batch_op.f("ix_job_pledge_due_to"))
        batch_op.drop_index(batch_op.f("ix_job_pledge_due_from"))
        batch_op.drop_index(batch_op.f("ix_job_pledge_country_id"))
        batch_op.drop_index(batch_op.f("ix_job_pledge_announced_to"))
        batch_op.drop_index(batch_op.f("ix_job_pledge_announced_from"))

    op.drop_table("job_pledge")
    with op.batch_alter_table("investment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_investment_site_id"))
        batch_op.drop_index(batch_op.f("ix_investment_place_id"))
        batch_op.drop_index(batch_op.f("ix_investment_event_id"))
        batch_op.drop_index(batch_op.f("ix_investment_date_to"))
        batch_op.drop_index(batch_op.f("ix_investment_date_from"))
        batch_op.drop_index(batch_op.f("ix_investment_country_id"))

    op.drop_table("investment")
    with op.batch_alter_table("event_place", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_place_place_id"))
        batch_op.drop_index(batch_op.f("ix_event_place_country_id"))

    op.drop_table("event_place")
    with op.batch_alter_table("job_report", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_job_report_site_id"))
        batch_op.drop_index(batch_op.f("ix_job_report_place_id"))
        batch_op.drop_index(batch_op.f("ix_job_report_country_id"))
        batch_op.drop_index(batch_op.f("ix_job_report_as_of_to"))
        batch_op.drop_index(batch_op.f("ix_job_report_as_of_from"))

    op.drop_table("job_report")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_site_id"))
        batch_op.drop_index(batch_op.f("ix_event_part_of_id"))
        batch_op.drop_index(batch_op.f("ix_event_kind"))
        batch_op.drop_index(batch_op.f("ix_event_date_to"))
        batch_op.drop_index(batch_op.f("ix_event_date_from"))

    op.drop_table("event")
    with op.batch_alter_table("succession", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_succession_successor_id"))
        batch_op.drop_index(batch_op.f("ix_succession_predecessor_id"))
        batch_op.drop_index(batch_op.f("ix_succession_date_to"))
        batch_op.drop_index(batch_op.f("ix_succession_date_from"))

    op.drop_table("succession")
    with op.batch_alter_table("statement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_statement_place_id"))
        batch_op.drop_index(batch_op.f("ix_statement_country_id"))

    op.drop_table("statement")
    op.drop_table("source_author")
    with op.batch_alter_table("site", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_site_place_id"))
        batch_op.drop_index(batch_op.f("ix_site_operator_id"))
        batch_op.drop_index(batch_op.f("ix_site_opened_to"))
        batch_op.drop_index(batch_op.f("ix_site_opened_from"))
        batch_op.drop_index(batch_op.f("ix_site_country_id"))
        batch_op.drop_index(batch_op.f("ix_site_closed_to"))
        batch_op.drop_index(batch_op.f("ix_site_closed_from"))

    op.drop_table("site")
    with op.batch_alter_table("position", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_position_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_position_official_id"))
        batch_op.drop_index(batch_op.f("ix_position_held_to"))
        batch_op.drop_index(batch_op.f("ix_position_held_from"))

    op.drop_table("position")
    with op.batch_alter_table("place_name", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_place_name_folded"))

    op.drop_table("place_name")
    with op.batch_alter_table("institution", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_institution_place_id"))
        batch_op.drop_index(batch_op.f("ix_institution_country_id"))

    op.drop_table("institution")
    with op.batch_alter_table("coverage_year", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_coverage_year_year"))

    op.drop_table("coverage_year")
    with op.batch_alter_table("claim_party", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_party_party_id"))

    op.drop_table("claim_party")
    with op.batch_alter_table("claim_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_link_other_id"))

    op.drop_table("claim_link")
    with op.batch_alter_table("citation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_citation_source_id"))
        batch_op.drop_index(batch_op.f("ix_citation_claim_id"))

    op.drop_table("citation")
    with op.batch_alter_table("total", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_total_scope_kind"))
        batch_op.drop_index(batch_op.f("ix_total_scope"))

    op.drop_table("total")
    with op.batch_alter_table("source", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_source_published_to"))
        batch_op.drop_index(batch_op.f("ix_source_published_from"))

    op.drop_table("source")
    with op.batch_alter_table("place", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_place_parent_id"))
        batch_op.drop_index(batch_op.f("ix_place_country_id"))

    op.drop_table("place")
    with op.batch_alter_table("party_name", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_party_name_used_to"))
        batch_op.drop_index(batch_op.f("ix_party_name_used_from"))
        batch_op.drop_index(batch_op.f("ix_party_name_folded"))

    op.drop_table("party_name")
    op.drop_table("party_identifier")
    with op.batch_alter_table("operator", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_operator_home_country_id"))
        batch_op.drop_index(batch_op.f("ix_operator_founded_to"))
        batch_op.drop_index(batch_op.f("ix_operator_founded_from"))

    op.drop_table("operator")
    op.drop_table("official")
    with op.batch_alter_table("coverage", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_coverage_searched_to"))
        batch_op.drop_index(batch_op.f("ix_coverage_searched_from"))
        batch_op.drop_index(batch_op.f("ix_coverage_country_id"))

    op.drop_table("coverage")
    with op.batch_alter_table("country_name", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_country_name_folded"))

    op.drop_table("country_name")
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_said_by_id"))
        batch_op.drop_index(batch_op.f("ix_claim_kind"))

    op.drop_table("claim")
    op.drop_table("topic")
    op.drop_table("succession_status")
    op.drop_table("succession_kind")
    op.drop_table("statistic_measure")
    op.drop_table("stance")
    op.drop_table("stamp")
    op.drop_table("site_status")
    op.drop_table("search_entry")
    op.drop_table("role")
    op.drop_table("retired_slug")
    op.drop_table("report_kind")
    op.drop_table("reading")
    op.drop_table("place_role")
    op.drop_table("place_kind")
    op.drop_table("period")
    op.drop_table("party")
    op.drop_table("outcome")
    op.drop_table("name_kind")
    op.drop_table("measure")
    op.drop_table("link_kind")
    op.drop_table("investment_kind")
    op.drop_table("institution_kind")
    op.drop_table("identifier_scheme")
    op.drop_table("event_status")
    op.drop_table("event_kind")
    op.drop_table("directness")
    op.drop_table("date_basis")
    op.drop_table("currency")
    op.drop_table("coverage_method")
    op.drop_table("country")
    op.drop_table("claim_kind")
    op.drop_table("bound")
    op.drop_table("basis")
