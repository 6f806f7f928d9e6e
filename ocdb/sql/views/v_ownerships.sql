-- Ownerships: which operator belongs to whom, wholly or in part, and goes on under its own name; one row an ownership.
CREATE VIEW v_ownerships AS
SELECT
    ownership.id           AS id,            -- slug of the ownership
    ownership.status       AS status,        -- announced, completed or abandoned
    ownership.owned_id     AS owned,         -- slug of the operator that belongs to another
    owned.name             AS owned_name,    -- name of that operator
    ownership.owner_id     AS owner,         -- slug of the company or fund that owns it
    owner.name             AS owner_name,    -- name of that company or fund
    ownership.low          AS share_low,     -- lower end of the share, per cent; empty: not told
    ownership.high         AS share_high,    -- upper end of the share, per cent; empty: open or not told
    ownership.bound        AS share_bound,   -- exact, about, nearly, at_least, at_most or range
    ownership.held         AS held,          -- since when, or from when to when (EDTF)
    ownership.held_from    AS held_from,     -- first day of held; empty: open or unknown
    ownership.held_to      AS held_to,       -- last day of held; empty: open or unknown
    ownership.held_basis   AS held_basis,    -- how held is known: stated, relative or inferred
    ownership.held_note    AS held_note,     -- how held was reckoned or inferred
    ownership.held_note_fr AS held_note_fr,  -- the same in French
    fact.said_by           AS said_by,       -- slugs of whom the source quotes for it, joined by '; '
    fact.said_by_name      AS said_by_name,  -- names of those whom the source quotes, joined by '; '
    claim.summary          AS summary,       -- the ownership in a line
    claim.summary_fr       AS summary_fr,    -- the same in French
    fact.sources           AS sources,       -- number of sources that support it
    fact.voices            AS voices,        -- number of independent texts among them
    claim.note             AS note,          -- the curator's remarks, doubts and reasoning
    claim.note_fr          AS note_fr        -- the same in French
FROM ownership
JOIN claim ON claim.id = ownership.id
JOIN fact ON fact.claim_id = ownership.id
JOIN party AS owned ON owned.id = ownership.owned_id
JOIN party AS owner ON owner.id = ownership.owner_id
