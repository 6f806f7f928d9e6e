-- Job losses: jobs that ended or are to end; one row a loss.
-- Never add them up as they stand: some are parts or newer versions of others. v_loss_totals counts no job twice.
-- State and date are those of the latest source (v_states). What was planned and is told as happened without a date has
-- none: its plan stands in first_date.
CREATE VIEW v_losses AS
SELECT
    job_loss.id                AS id,                    -- slug of the loss
    fact.figure                AS figure,                -- the figure as people write it, as in about 400
    job_loss.measure           AS measure,               -- what is counted: jobs, headcount, seats or trainees
    job_loss.cause             AS cause,                 -- how the jobs end: dismissal, closure, relocation ...
    COALESCE(state.status, job_loss.status)
                               AS status,                -- planned, happened or cancelled, as of the latest source
    CASE
        -- One row of them and not EXISTS, of which a server would make a list of all links.
        WHEN (
            SELECT 1
            FROM claim_link JOIN job_loss AS newer ON newer.id = claim_link.claim_id
            WHERE claim_link.other_id = job_loss.id AND claim_link.kind = 'revises'
            LIMIT 1
        ) = 1 THEN 'superseded'
        WHEN claim.preferred_because IS NULL AND (
            SELECT 1
            FROM v_links JOIN job_loss AS rival ON rival.id = v_links.other
            WHERE v_links.claim = job_loss.id AND v_links.kind = 'conflicts_with'
            LIMIT 1
        ) = 1 THEN 'disputed'
        ELSE 'standing'
    END                        AS standing,              -- superseded by a newer version, disputed by another, or standing
    job_loss.low               AS low,                   -- lower end of the figure; empty for at_most
    job_loss.high              AS high,                  -- upper end of the figure; empty for at_least
    job_loss.bound             AS bound,                 -- exact, about, nearly, at_least, at_most or range
    job_loss.basis             AS basis,                 -- operator, government, federation or analyst
    job_loss.directness        AS directness,            -- direct, indirect, both or unstated
    fact.operator              AS operator,              -- slugs of the operators that employed, joined by '; '
    fact.operator_name         AS operator_name,         -- names of the operators that employed, joined by '; '
    job_loss.unnamed_operators AS unnamed_operators,     -- number of operators in it that no source names
    job_loss.country_id        AS country,               -- country, ISO 3166-1 alpha-2
    country.name_en            AS country_name,          -- name of the country in English
    job_loss.place_id          AS place,                 -- slug of the closest place known
    place.label                AS place_name,            -- name of that place; of a district or park with its city
    job_loss.site_id           AS site,                  -- slug of the site concerned
    job_loss.event_id          AS event,                 -- slug of the event that it belongs to
    COALESCE(dated.date, own.date)
                               AS date,                  -- when the jobs ended or are to end (EDTF)
    COALESCE(dated.date_from, own.date_from)
                               AS date_from,             -- first day of date; empty: open or unknown
    COALESCE(dated.date_to, own.date_to)
                               AS date_to,               -- last day of date; empty: open or unknown
    COALESCE(dated.date_basis, own.date_basis)
                               AS date_basis,            -- how date is known: stated, relative or inferred
    COALESCE(dated.date_note, own.date_note)
                               AS date_note,             -- how date was reckoned or inferred
    COALESCE(dated.date_note_fr, own.date_note_fr)
                               AS date_note_fr,          -- the same in French
    CASE WHEN state.status <> job_loss.status THEN job_loss.status END
                               AS first_status,          -- state that its first source gave; empty: it is the same
    CASE WHEN job_loss.date <> COALESCE(dated.date, own.date, '') THEN job_loss.date END
                               AS first_date,            -- date that its first source gave (EDTF); empty: it is the same
    job_loss.announced         AS announced,             -- when it was made known (EDTF)
    job_loss.announced_from    AS announced_from,        -- first day of announced; empty: open or unknown
    job_loss.announced_to      AS announced_to,          -- last day of announced; empty: open or unknown
    job_loss.announced_basis   AS announced_basis,       -- how announced is known: stated, relative or inferred
    job_loss.announced_note    AS announced_note,        -- how announced was reckoned or inferred
    job_loss.announced_note_fr AS announced_note_fr,     -- the same in French
    fact.part_of               AS part_of,               -- slugs of the losses it is a part of, joined by '; '
    fact.revises               AS revises,               -- slugs of the losses it replaces, joined by '; '
    fact.conflicts_with        AS conflicts_with,        -- slugs of the claims in conflict with it, joined by '; '
    claim.preferred_because    AS preferred_because,     -- why this one is preferred, where claims conflict
    claim.preferred_because_fr AS preferred_because_fr,  -- the same in French
    CASE
        WHEN fact.contradicted > 0 AND claim.preferred_because IS NULL THEN 1
        ELSE 0
    END                        AS denied,                -- 1 where a source denies it and it isn't preferred, else 0
    fact.said_by               AS said_by,               -- slugs of whom the source quotes for it, joined by '; '
    fact.said_by_name          AS said_by_name,          -- names of those whom the source quotes, joined by '; '
    claim.summary              AS summary,               -- the loss in a line
    claim.summary_fr           AS summary_fr,            -- the same in French
    fact.sources               AS sources,               -- number of sources that support it
    fact.voices                AS voices,                -- number of independent texts among them
    claim.note                 AS note,                  -- the curator's remarks, doubts and reasoning
    claim.note_fr              AS note_fr                -- the same in French
FROM job_loss
JOIN claim ON claim.id = job_loss.id
JOIN fact ON fact.claim_id = job_loss.id
LEFT JOIN state ON state.claim_id = job_loss.id
LEFT JOIN development AS dated ON dated.id = state.dated_id
LEFT JOIN job_loss AS own ON own.id = job_loss.id AND dated.date IS NULL
    AND NOT (job_loss.status = 'planned' AND COALESCE(state.status, '') = 'happened')
JOIN country ON country.id = job_loss.country_id
LEFT JOIN place ON place.id = job_loss.place_id
