-- Successions: renames, mergers and acquisitions between operators, one row a succession.
CREATE VIEW v_successions AS
SELECT
    succession.id             AS id,                -- slug of the succession
    succession.kind           AS kind,              -- rename, merger, acquisition ...
    succession.status         AS status,            -- announced, completed or abandoned
    succession.predecessor_id AS predecessor,       -- slug of the operator that was there before
    predecessor.name          AS predecessor_name,  -- name of that operator
    succession.successor_id   AS successor,         -- slug of the operator that follows
    successor.name            AS successor_name,    -- name of that operator
    succession.date           AS date,              -- when it took effect or is to (EDTF)
    succession.date_from      AS date_from,         -- first day of date; empty: open or unknown
    succession.date_to        AS date_to,           -- last day of date; empty: open or unknown
    succession.date_basis     AS date_basis,        -- how date is known: stated, relative or inferred
    succession.date_note      AS date_note,         -- how date was reckoned or inferred
    claim.summary             AS summary,           -- the succession in a line
    (
        SELECT COUNT(DISTINCT citation.source_id)
        FROM citation
        WHERE citation.claim_id = succession.id AND citation.stance = 'supports'
    ) AS sources,                                   -- number of sources that support it
    claim.note                AS note               -- the curator's remarks, doubts and reasoning
FROM succession
JOIN claim ON claim.id = succession.id
JOIN party AS predecessor ON predecessor.id = succession.predecessor_id
JOIN party AS successor ON successor.id = succession.successor_id
