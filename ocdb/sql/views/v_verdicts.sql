-- Verdicts: what a source shows to have become of a pledge, one row a verdict.
CREATE VIEW v_verdicts AS
SELECT
    verdict.id            AS id,             -- slug of the verdict
    verdict.pledge_id     AS pledge,         -- slug of the pledge
    verdict.outcome       AS outcome,        -- what became of it
    verdict.as_of         AS as_of,          -- on which date that held (EDTF)
    verdict.as_of_from    AS as_of_from,     -- first day of as_of; empty: open or unknown
    verdict.as_of_to      AS as_of_to,       -- last day of as_of; empty: open or unknown
    verdict.as_of_basis   AS as_of_basis,    -- how as_of is known: stated, relative or inferred
    verdict.as_of_note    AS as_of_note,     -- how as_of was reckoned or inferred
    verdict.as_of_note_fr AS as_of_note_fr,  -- the same in French
    fact.said_by          AS said_by,        -- slugs of whom the source quotes for it, joined by '; '
    fact.said_by_name     AS said_by_name,   -- names of those whom the source quotes, joined by '; '
    claim.summary         AS summary,        -- the verdict in a line
    claim.summary_fr      AS summary_fr,     -- the same in French
    fact.sources          AS sources,        -- number of sources that support it
    fact.voices           AS voices,         -- number of independent texts among them
    claim.note            AS note,           -- the curator's remarks, doubts and reasoning
    claim.note_fr         AS note_fr         -- the same in French
FROM verdict
JOIN claim ON claim.id = verdict.id
JOIN fact ON fact.claim_id = verdict.id
