-- Developments: what later sources say of sites, events, losses, investments and successions that are on record;
-- one row a development. The views of those show the latest state.
CREATE VIEW v_developments AS
SELECT
    development.id           AS id,             -- slug of the development
    development.concerns_id  AS concerns,       -- slug of the site, event, loss, investment or succession
    subject.kind             AS concerns_kind,  -- site, event, loss, investment or succession
    development.status       AS status,         -- its state at the time of the source
    development.operator_id  AS operator,       -- of a site: slug of who runs it from then on; empty: nothing changes
    party.name               AS operator_name,  -- name of that operator
    development.date         AS date,           -- when it came into that state (EDTF)
    development.date_from    AS date_from,      -- first day of date; empty: open or unknown
    development.date_to      AS date_to,        -- last day of date; empty: open or unknown
    development.date_basis   AS date_basis,     -- how date is known: stated, relative or inferred
    development.date_note    AS date_note,      -- how date was reckoned or inferred
    development.date_note_fr AS date_note_fr,   -- the same in French
    fact.said_by             AS said_by,        -- slugs of whom the source quotes for it, joined by '; '
    fact.said_by_name        AS said_by_name,   -- names of those whom the source quotes, joined by '; '
    claim.summary            AS summary,        -- the development in a line
    claim.summary_fr         AS summary_fr,     -- the same in French
    fact.sources             AS sources,        -- number of sources that support it
    fact.voices              AS voices,         -- number of independent texts among them
    claim.note               AS note,           -- the curator's remarks, doubts and reasoning
    claim.note_fr            AS note_fr         -- the same in French
FROM development
JOIN claim ON claim.id = development.id
JOIN fact ON fact.claim_id = development.id
JOIN claim AS subject ON subject.id = development.concerns_id
LEFT JOIN party ON party.id = development.operator_id
