-- States: the latest state of what developments concern, one row a site, event, loss, investment or succession
-- that has any.
-- The latest is the development whose latest supporting source was published last; then counts its own date, then its
-- slug. One that a source denies, or that is in conflict with a preferred one, counts nothing unless it is preferred.
-- A development in which another operator takes over an open site dates no opening.
CREATE VIEW v_states AS
WITH
told AS (
    SELECT
        citation.claim_id AS claim,
        MAX(source.published_to) AS published_to,
        MAX(source.published_from) AS published_from
    FROM citation JOIN source ON source.id = citation.source_id
    WHERE citation.stance = 'supports'
    GROUP BY citation.claim_id
),
ranked AS (
    SELECT
        development.*,
        ROW_NUMBER() OVER newest AS rank,
        FIRST_VALUE(development.status) OVER newest AS latest,
        COALESCE(LEAD(development.status) OVER newest, site.status) AS previous,
        site.operator_id AS first_operator
    FROM development
    JOIN claim ON claim.id = development.id
    LEFT JOIN told ON told.claim = development.id
    LEFT JOIN site ON site.id = development.concerns_id
    WHERE claim.preferred_because IS NOT NULL
        OR NOT EXISTS (
            SELECT 1 FROM citation WHERE citation.claim_id = development.id AND citation.stance = 'contradicts'
        )
        AND NOT EXISTS (
            SELECT 1
            FROM v_links JOIN claim AS rival ON rival.id = v_links.other
            WHERE v_links.claim = development.id
                AND v_links.kind = 'conflicts_with'
                AND rival.preferred_because IS NOT NULL
        )
    WINDOW newest AS (
        PARTITION BY development.concerns_id
        ORDER BY
            told.published_to DESC NULLS LAST,
            told.published_from DESC NULLS LAST,
            development.date_to DESC NULLS LAST,
            development.date_from DESC NULLS LAST,
            development.id COLLATE BINARY DESC
    )
),
picked AS (
    SELECT
        ranked.concerns_id AS concerns,
        MIN(CASE WHEN ranked.date IS NOT NULL AND ranked.status = ranked.latest THEN ranked.rank END) AS dated,
        MIN(CASE WHEN ranked.operator_id IS NOT NULL THEN ranked.rank END) AS passed,
        MIN(CASE WHEN ranked.date IS NOT NULL AND (
            ranked.status = 'planned' AND ranked.latest = 'planned'
            OR ranked.status = 'open' AND ranked.latest <> 'planned' AND (
                ranked.previous <> 'open' OR ranked.operator_id IS NULL OR ranked.operator_id = ranked.first_operator
            )
        ) THEN ranked.rank END) AS opening,
        MIN(CASE WHEN ranked.date IS NOT NULL AND ranked.status = 'closed' THEN ranked.rank END) AS closing
    FROM ranked
    GROUP BY ranked.concerns_id
)
SELECT
    state.concerns_id  AS id,           -- slug of the site, event, loss, investment or succession
    subject.kind       AS kind,         -- site, event, loss, investment or succession
    state.status       AS status,       -- its latest state
    passed.operator_id AS operator,     -- of a site: slug of the operator that it passed to last; empty: it didn't
    dated.date         AS date,         -- when it came into that state, by the latest development that says so (EDTF)
    dated.date_from    AS date_from,    -- first day of date; empty: open or unknown
    dated.date_to      AS date_to,      -- last day of date; empty: open or unknown
    dated.date_basis   AS date_basis,   -- how date is known: stated, relative or inferred
    dated.date_note    AS date_note,    -- how date was reckoned or inferred
    dated.date_note_fr AS date_note_fr, -- the same in French
    state.id           AS development,  -- slug of the development that tells the state
    opening.id         AS opening,      -- of a site: slug of the development that dates its opening, done or planned
    closing.id         AS closing       -- of a site: slug of the development that dates its closure
FROM ranked AS state
JOIN claim AS subject ON subject.id = state.concerns_id
JOIN picked ON picked.concerns = state.concerns_id
LEFT JOIN ranked AS dated ON dated.concerns_id = state.concerns_id AND dated.rank = picked.dated
LEFT JOIN ranked AS passed ON passed.concerns_id = state.concerns_id AND passed.rank = picked.passed
LEFT JOIN ranked AS opening
    ON opening.concerns_id = state.concerns_id AND opening.rank = picked.opening AND subject.kind = 'site'
LEFT JOIN ranked AS closing
    ON closing.concerns_id = state.concerns_id AND closing.rank = picked.closing AND subject.kind = 'site'
WHERE state.rank = 1
