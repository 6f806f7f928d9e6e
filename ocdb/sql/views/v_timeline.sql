-- Timeline: everything that has a date, one row a dated thing; and the events whose date no source gives.
-- A pledge stands here when it was announced (kind pledge) and when it is due (pledge_due), a loss when it was announced
-- (loss_announced) and when the jobs end (loss); further kinds are report, investment, succession, verdict, site_opening
-- and site_closing where no event tells of the opening or closure of a site, and development for what later sources say,
-- where no other row tells the same. The row of an event, loss, investment, succession or site shows its latest state;
-- where that has another date than its first source gave for an event, a loss, a succession or an opening, that date has
-- a row too, with the state that was told then: what was planned stays visible.
-- A fact whose two dates agree, as 2001 and 2001-04, is one row.
-- The category is that of the kind of event; an opening and jobs created are a gain, a closing and jobs lost a loss.
CREATE VIEW v_timeline AS
SELECT
    timeline_entry.id         AS id,             -- slug of the claim, for some rows followed by a word
    timeline_entry.date       AS date,           -- when (EDTF)
    timeline_entry.date_from  AS date_from,      -- first day of date; empty: open or unknown
    timeline_entry.date_to    AS date_to,        -- last day of date; empty: open or unknown
    timeline_entry.date_basis AS date_basis,     -- how date is known: stated, relative or inferred
    timeline_entry.status     AS status,         -- planned, happened, cancelled, abandoned, announced, promised, due or reported
    timeline_entry.kind       AS kind,           -- kind of event, or one of those named above
    timeline_entry.category   AS category,       -- of an event, an opening, a closing and of jobs created or lost; else empty
    claim.summary             AS what,           -- the claim in a line; of a site without its state
    claim.summary_fr          AS what_fr,        -- the same in French
    timeline_entry.claim_id   AS claim,          -- slug of the claim
    COALESCE(timeline_entry.operator_id, fact.operator)
                              AS operator,       -- slugs of the operators, joined by '; '
    COALESCE(party.name, fact.operator_name)
                              AS operator_name,  -- names of the operators, joined by '; '
    fact.country              AS country,        -- countries, ISO 3166-1 alpha-2, or areas, joined by '; '
    fact.country_name         AS country_name,   -- names of the countries in English, joined by '; '
    fact.place                AS place,          -- slugs of the places, joined by '; '
    fact.place_name           AS place_name,     -- names of the places, joined by '; '
    fact.sources              AS sources,        -- number of sources that support it
    fact.voices               AS voices,         -- number of independent texts among them
    CASE
        WHEN timeline_entry.kind NOT IN ('pledge', 'pledge_due') THEN NULL
        WHEN job_pledge.due_to < CURRENT_DATE THEN ledger.once_due
        ELSE ledger.while_open
    END                       AS outcome         -- of a pledge: what became of it, as of today: the verdict of v_ledger
FROM timeline_entry
JOIN claim ON claim.id = timeline_entry.claim_id
JOIN fact ON fact.claim_id = timeline_entry.claim_id
LEFT JOIN party ON party.id = timeline_entry.operator_id
LEFT JOIN job_pledge ON job_pledge.id = timeline_entry.claim_id
LEFT JOIN ledger ON ledger.pledge_id = timeline_entry.claim_id
