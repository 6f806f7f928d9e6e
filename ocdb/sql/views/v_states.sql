-- States: the latest state of what developments concern, one row a site, event, loss, investment or succession
-- that has any.
-- The latest is the development whose latest supporting source was published last; then counts its own date, then its
-- slug. One that a source denies, or that is in conflict with a preferred one, counts nothing unless it is preferred.
-- A development in which another operator takes over an open site dates no opening.
CREATE VIEW v_states AS
SELECT
    state.claim_id     AS id,            -- slug of the site, event, loss, investment or succession
    claim.kind         AS kind,          -- site, event, loss, investment or succession
    state.status       AS status,        -- its latest state
    state.operator_id  AS operator,      -- of a site: slug of the operator that it passed to last; empty: it didn't
    dated.date         AS date,          -- when it came into that state, by the latest development that says so (EDTF)
    dated.date_from    AS date_from,     -- first day of date; empty: open or unknown
    dated.date_to      AS date_to,       -- last day of date; empty: open or unknown
    dated.date_basis   AS date_basis,    -- how date is known: stated, relative or inferred
    dated.date_note    AS date_note,     -- how date was reckoned or inferred
    dated.date_note_fr AS date_note_fr,  -- the same in French
    state.told_id      AS development,   -- slug of the development that tells the state
    state.opening_id   AS opening,       -- of a site: slug of the development that dates its opening, done or planned
    state.closing_id   AS closing        -- of a site: slug of the development that dates its closure
FROM state
JOIN claim ON claim.id = state.claim_id
LEFT JOIN development AS dated ON dated.id = state.dated_id
