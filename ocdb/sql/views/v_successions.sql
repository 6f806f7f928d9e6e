-- Successions: renames, mergers and acquisitions between operators, one row a succession.
-- State and date are those of the latest source (v_states). What was announced and is told as completed without a date
-- has none: the date that was announced stands in first_date.
-- A succession whose two operators are judged to be one company isn't here: nothing followed anything.
CREATE VIEW v_successions AS
SELECT
    succession.id             AS id,                -- slug of the succession
    succession.kind           AS kind,              -- rename, merger, acquisition ...
    COALESCE(state.status, succession.status)
                              AS status,            -- announced, completed or abandoned
    succession.predecessor_id AS predecessor,       -- slug of the operator that was there before
    predecessor.name          AS predecessor_name,  -- name of that operator
    succession.successor_id   AS successor,         -- slug of the operator that follows
    successor.name            AS successor_name,    -- name of that operator
    COALESCE(dated.date, own.date)
                              AS date,              -- when it took effect or is to (EDTF)
    COALESCE(dated.date_from, own.date_from)
                              AS date_from,         -- first day of date; empty: open or unknown
    COALESCE(dated.date_to, own.date_to)
                              AS date_to,           -- last day of date; empty: open or unknown
    COALESCE(dated.date_basis, own.date_basis)
                              AS date_basis,        -- how date is known: stated, relative or inferred
    COALESCE(dated.date_note, own.date_note)
                              AS date_note,         -- how date was reckoned or inferred
    COALESCE(dated.date_note_fr, own.date_note_fr)
                              AS date_note_fr,      -- the same in French
    CASE WHEN state.status <> succession.status THEN succession.status END
                              AS first_status,      -- state that its first source gave; empty: it is the same
    CASE WHEN succession.date <> COALESCE(dated.date, own.date, '') THEN succession.date END
                              AS first_date,        -- date that its first source gave (EDTF); empty: it is the same
    fact.said_by              AS said_by,           -- slugs of whom the source quotes for it, joined by '; '
    fact.said_by_name         AS said_by_name,      -- names of those whom the source quotes, joined by '; '
    claim.summary             AS summary,           -- the succession in a line
    claim.summary_fr          AS summary_fr,        -- the same in French
    fact.sources              AS sources,           -- number of sources that support it
    fact.voices               AS voices,            -- number of independent texts among them
    claim.note                AS note,              -- the curator's remarks, doubts and reasoning
    claim.note_fr             AS note_fr            -- the same in French
FROM succession
JOIN claim ON claim.id = succession.id
JOIN fact ON fact.claim_id = succession.id
LEFT JOIN state ON state.claim_id = succession.id
LEFT JOIN development AS dated ON dated.id = state.dated_id
LEFT JOIN succession AS own ON own.id = succession.id AND dated.date IS NULL
    AND NOT (succession.status = 'announced' AND COALESCE(state.status, '') = 'completed')
JOIN party AS predecessor ON predecessor.id = succession.predecessor_id
JOIN party AS successor ON successor.id = succession.successor_id
WHERE succession.predecessor_id <> succession.successor_id
