-- Job pledges: figures about the future that somebody committed to, targeted or projected; one row a pledge.
-- Never add them up as they stand: some are parts or newer versions of others. v_totals counts no job twice.
-- To add up by hand take the rows in which counts is 1, a country, basis and line at a time, and add up adds_low.
-- The status is cancelled where that is the verdict, revised when a newer pledge took its place, disputed when it
-- contradicts another pledge and isn't the preferred one, else standing.
CREATE VIEW v_pledges AS
SELECT
    job_pledge.id                AS id,                    -- slug of the pledge
    fact.figure                  AS figure,                -- the figure as people write it, as in about 400
    job_pledge.measure           AS measure,               -- what is counted: jobs, headcount, seats, hires, trainees
    job_pledge.reading           AS reading,               -- on top of what is there, or in all
    CASE
        WHEN job_pledge.baseline_none THEN 'none'
        ELSE job_pledge.baseline_id
    END                          AS baseline,              -- the report of how many were there before; none: nobody was
    job_pledge.firmness          AS firmness,              -- commitment, announcement, ambition, forecast or capacity
    job_pledge.low               AS low,                   -- lower end of the figure; empty for at_most
    job_pledge.high              AS high,                  -- upper end of the figure; empty for at_least
    job_pledge.bound             AS bound,                 -- exact, about, nearly, at_least, at_most or range
    job_pledge.basis             AS basis,                 -- operator, government, federation or analyst
    job_pledge.directness        AS directness,            -- direct, indirect, both or unstated
    job_pledge.sector            AS sector,                -- what it counts where it names no employer: call_centres, offshoring ...
    ledger.status                AS status,                -- standing, cancelled, revised or disputed
    ledger.line                  AS line,                  -- where it stands in a total: new_jobs, levels, hires, seats, trainees
    ledger.adds_low              AS adds_low,              -- how much it adds to that line for certain, at least
    ledger.adds_high             AS adds_high,             -- how much it adds to it at most; empty: open
    CASE WHEN ledger.counts THEN 1 ELSE 0 END AS counts,                -- 1 where it counts in the total of its country and basis
    ledger.baseline_low          AS baseline_low,          -- lower end of how many were there when it was made
    ledger.baseline_high         AS baseline_high,         -- upper end of the same; empty with a low end: open
    ledger.baseline_bound        AS baseline_bound,        -- how exact that is; 0 and exact where nobody was there
    ledger.baseline_from         AS baseline_from,         -- first day of the time when those were counted
    ledger.made_from             AS made_from,             -- first day of the time when it was made, doubt included
    ledger.made_to               AS made_to,               -- last day of that time
    fact.operator                AS operator,              -- slugs of the operators that are to employ, joined by '; '
    fact.operator_name           AS operator_name,         -- names of the operators that are to employ, joined by '; '
    job_pledge.unnamed_operators AS unnamed_operators,     -- number of operators in it that no source names
    fact.institution             AS institution,           -- slugs of the institutions in it, joined by '; '
    fact.institution_name        AS institution_name,      -- names of the institutions in it, joined by '; '
    job_pledge.country_id        AS country,               -- country, ISO 3166-1 alpha-2; or an area: africa
    country.name_en              AS country_name,          -- name of the country in English
    job_pledge.place_id          AS place,                 -- slug of the closest place known
    place.label                  AS place_name,            -- name of that place; of a district or park with its city
    job_pledge.site_id           AS site,                  -- slug of the site concerned
    job_pledge.announced         AS announced,             -- when it was made (EDTF)
    job_pledge.announced_from    AS announced_from,        -- first day of announced; empty: open or unknown
    job_pledge.announced_to      AS announced_to,          -- last day of announced; empty: open or unknown
    job_pledge.announced_basis   AS announced_basis,       -- how announced is known: stated, relative or inferred
    job_pledge.announced_note    AS announced_note,        -- how announced was reckoned or inferred
    job_pledge.announced_note_fr AS announced_note_fr,     -- the same in French
    job_pledge.due               AS due,                   -- by when it is to be kept (EDTF)
    job_pledge.due_from          AS due_from,              -- first day of due; empty: open or unknown
    job_pledge.due_to            AS due_to,                -- last day of due; empty: open or unknown
    job_pledge.due_basis         AS due_basis,             -- how due is known: stated, relative or inferred
    job_pledge.due_note          AS due_note,              -- how due was reckoned or inferred
    job_pledge.due_note_fr       AS due_note_fr,           -- the same in French
    fact.part_of                 AS part_of,               -- slugs of the pledges it is a part of, joined by '; '
    fact.revises                 AS revises,               -- slugs of the pledges it replaces, joined by '; '
    fact.conflicts_with          AS conflicts_with,        -- slugs of the claims in conflict with it, joined by '; '
    claim.preferred_because      AS preferred_because,     -- why this one is preferred, where claims conflict
    claim.preferred_because_fr   AS preferred_because_fr,  -- the same in French
    CASE
        WHEN fact.contradicted > 0 AND claim.preferred_because IS NULL THEN 1
        ELSE 0
    END                          AS denied,                -- 1 where a source denies it and it isn't preferred, else 0
    CASE
        WHEN job_pledge.due_to < CURRENT_DATE THEN ledger.once_due
        ELSE ledger.while_open
    END                          AS outcome,               -- what became of it, as of today: the verdict of v_ledger
    fact.said_by                 AS said_by,               -- slugs of whom the source quotes for it, joined by '; '
    fact.said_by_name            AS said_by_name,          -- names of those whom the source quotes, joined by '; '
    job_pledge.event_id          AS event,                 -- slug of the event that it belongs to
    claim.summary                AS summary,               -- the pledge in a line
    claim.summary_fr             AS summary_fr,            -- the same in French
    fact.sources                 AS sources,               -- number of sources that support it
    fact.voices                  AS voices,                -- number of independent texts among them
    claim.note                   AS note,                  -- the curator's remarks, doubts and reasoning
    claim.note_fr                AS note_fr                -- the same in French
FROM job_pledge
LEFT JOIN ledger ON ledger.pledge_id = job_pledge.id
JOIN claim ON claim.id = job_pledge.id
JOIN fact ON fact.claim_id = job_pledge.id
JOIN country ON country.id = job_pledge.country_id
LEFT JOIN place ON place.id = job_pledge.place_id
