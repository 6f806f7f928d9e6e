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
    v_events.id            AS id,             -- slug of the claim, for some rows followed by a word
    v_events.date          AS date,           -- when (EDTF)
    v_events.date_from     AS date_from,      -- first day of date; empty: open or unknown
    v_events.date_to       AS date_to,        -- last day of date; empty: open or unknown
    v_events.date_basis    AS date_basis,     -- how date is known: stated, relative or inferred
    v_events.status        AS status,         -- planned, happened, cancelled, abandoned, announced, promised, due or reported
    v_events.kind          AS kind,           -- kind of event, or one of those named above
    v_events.category      AS category,       -- of an event, an opening, a closing and of jobs created or lost; else empty
    v_events.summary       AS what,           -- the claim in a line; of a site without its state
    v_events.summary_fr    AS what_fr,        -- the same in French
    v_events.id            AS claim,          -- slug of the claim
    v_events.operator      AS operator,       -- slugs of the operators, joined by '; '
    v_events.operator_name AS operator_name,  -- names of the operators, joined by '; '
    v_events.country       AS country,        -- countries, ISO 3166-1 alpha-2, or areas, joined by '; '
    v_events.country_name  AS country_name,   -- names of the countries in English, joined by '; '
    v_events.place         AS place,          -- slugs of the places, joined by '; '
    v_events.place_name    AS place_name,     -- names of the places, joined by '; '
    v_events.sources       AS sources,        -- number of sources that support it
    v_events.voices        AS voices,         -- number of independent texts among them
    CAST(NULL AS text)     AS outcome         -- of a pledge: what became of it, as of today: the verdict of v_ledger
FROM v_events
UNION ALL
SELECT
    v_pledges.id,
    v_pledges.announced, v_pledges.announced_from, v_pledges.announced_to, v_pledges.announced_basis,
    'promised',
    'pledge',
    NULL,
    v_pledges.summary,
    v_pledges.summary_fr,
    v_pledges.id,
    v_pledges.operator,
    v_pledges.operator_name,
    v_pledges.country, v_pledges.country_name, v_pledges.place, v_pledges.place_name,
    v_pledges.sources, v_pledges.voices, v_pledges.outcome
FROM v_pledges
WHERE v_pledges.announced IS NOT NULL
UNION ALL
SELECT
    v_pledges.id || ' due',
    v_pledges.due, v_pledges.due_from, v_pledges.due_to, v_pledges.due_basis,
    'due',
    'pledge_due',
    NULL,
    v_pledges.summary,
    v_pledges.summary_fr,
    v_pledges.id,
    v_pledges.operator,
    v_pledges.operator_name,
    v_pledges.country, v_pledges.country_name, v_pledges.place, v_pledges.place_name,
    v_pledges.sources, v_pledges.voices, v_pledges.outcome
FROM v_pledges
WHERE v_pledges.due IS NOT NULL
UNION ALL
SELECT
    v_losses.id,
    v_losses.date, v_losses.date_from, v_losses.date_to, v_losses.date_basis,
    v_losses.status,
    'loss',
    'loss',
    v_losses.summary,
    v_losses.summary_fr,
    v_losses.id,
    v_losses.operator,
    v_losses.operator_name,
    v_losses.country, v_losses.country_name, v_losses.place, v_losses.place_name,
    v_losses.sources, v_losses.voices, NULL
FROM v_losses
WHERE v_losses.date IS NOT NULL
UNION ALL
SELECT
    v_losses.id || ' announced',
    v_losses.announced, v_losses.announced_from, v_losses.announced_to, v_losses.announced_basis,
    'announced',
    'loss_announced',
    'loss',
    v_losses.summary,
    v_losses.summary_fr,
    v_losses.id,
    v_losses.operator,
    v_losses.operator_name,
    v_losses.country, v_losses.country_name, v_losses.place, v_losses.place_name,
    v_losses.sources, v_losses.voices, NULL
FROM v_losses
WHERE v_losses.announced IS NOT NULL
UNION ALL
SELECT
    v_losses.id || ' first',
    v_losses.first_date, job_loss.date_from, job_loss.date_to, job_loss.date_basis,
    COALESCE(v_losses.first_status, v_losses.status),
    'loss',
    'loss',
    v_losses.summary,
    v_losses.summary_fr,
    v_losses.id,
    v_losses.operator,
    v_losses.operator_name,
    v_losses.country, v_losses.country_name, v_losses.place, v_losses.place_name,
    v_losses.sources, v_losses.voices, NULL
FROM v_losses
JOIN job_loss ON job_loss.id = v_losses.id
WHERE v_losses.first_date IS NOT NULL
    AND (job_loss.status = 'planned' OR job_loss.date_from > v_losses.date_to OR job_loss.date_to < v_losses.date_from)
UNION ALL
SELECT
    v_reports.id,
    v_reports.as_of, v_reports.as_of_from, v_reports.as_of_to, v_reports.as_of_basis,
    'reported',
    'report',
    CASE v_reports.kind WHEN 'created' THEN 'gain' END,
    v_reports.summary,
    v_reports.summary_fr,
    v_reports.id,
    v_reports.operator,
    v_reports.operator_name,
    v_reports.country, v_reports.country_name, v_reports.place, v_reports.place_name,
    v_reports.sources, v_reports.voices, NULL
FROM v_reports
WHERE v_reports.as_of IS NOT NULL
UNION ALL
SELECT
    v_investments.id,
    v_investments.date, v_investments.date_from, v_investments.date_to, v_investments.date_basis,
    v_investments.status,
    'investment',
    NULL,
    v_investments.summary,
    v_investments.summary_fr,
    v_investments.id,
    v_investments.operator,
    v_investments.operator_name,
    v_investments.country, v_investments.country_name, v_investments.place, v_investments.place_name,
    v_investments.sources, v_investments.voices, NULL
FROM v_investments
WHERE v_investments.date IS NOT NULL
UNION ALL
SELECT
    v_successions.id,
    v_successions.date, v_successions.date_from, v_successions.date_to, v_successions.date_basis,
    CASE v_successions.status WHEN 'announced' THEN 'planned' WHEN 'completed' THEN 'happened' ELSE v_successions.status END,
    'succession',
    NULL,
    v_successions.summary,
    v_successions.summary_fr,
    v_successions.id,
    v_successions.predecessor || '; ' || v_successions.successor,
    v_successions.predecessor_name || '; ' || v_successions.successor_name,
    NULL, NULL, NULL, NULL,
    v_successions.sources, v_successions.voices, NULL
FROM v_successions
WHERE v_successions.date IS NOT NULL
UNION ALL
SELECT
    v_sites.id || ' opened',
    v_sites.opened, v_sites.opened_from, v_sites.opened_to, v_sites.opened_basis,
    CASE WHEN COALESCE(NULLIF(v_sites.status, 'unknown'), v_sites.first_status) = 'planned' THEN 'planned' ELSE 'happened' END,
    'site_opening',
    'gain',
    claim.summary,
    claim.summary_fr,
    v_sites.id,
    v_sites.operator,
    v_sites.operator_name,
    v_sites.country, v_sites.country_name, v_sites.place, v_sites.place_name,
    v_sites.sources, v_sites.voices, NULL
FROM v_sites
JOIN claim ON claim.id = v_sites.id
LEFT JOIN (
    SELECT
        event.site_id AS site,
        MAX(CASE WHEN COALESCE(state.status, event.status) = 'happened' THEN 1 ELSE 0 END) AS happened
    FROM event LEFT JOIN v_states AS state ON state.id = event.id
    WHERE event.kind = 'opening'
    GROUP BY event.site_id
) AS told ON told.site = v_sites.id
WHERE v_sites.opened IS NOT NULL
    -- A planned event doesn't tell of an opening that a later source of the site shows.
    AND (told.site IS NULL OR told.happened = 0 AND v_sites.first_status IS NOT NULL AND v_sites.status <> 'planned')
UNION ALL
SELECT
    v_sites.id || ' closed',
    v_sites.closed, v_sites.closed_from, v_sites.closed_to, v_sites.closed_basis,
    CASE
        WHEN v_sites.status = 'closed' OR v_sites.first_status = 'closed' THEN 'happened'
        WHEN EXISTS (SELECT 1 FROM v_states WHERE v_states.id = v_sites.id AND v_states.closing IS NOT NULL) THEN 'happened'
        ELSE 'planned'
    END,
    'site_closing',
    'loss',
    claim.summary,
    claim.summary_fr,
    v_sites.id,
    v_sites.operator,
    v_sites.operator_name,
    v_sites.country, v_sites.country_name, v_sites.place, v_sites.place_name,
    v_sites.sources, v_sites.voices, NULL
FROM v_sites
JOIN claim ON claim.id = v_sites.id
LEFT JOIN (
    SELECT
        event.site_id AS site,
        MAX(CASE WHEN COALESCE(state.status, event.status) = 'happened' THEN 1 ELSE 0 END) AS happened
    FROM event LEFT JOIN v_states AS state ON state.id = event.id
    WHERE event.kind = 'closure'
    GROUP BY event.site_id
) AS told ON told.site = v_sites.id
WHERE v_sites.closed IS NOT NULL
    AND (told.site IS NULL OR told.happened = 0 AND v_sites.first_status IS NOT NULL AND v_sites.status = 'closed')
UNION ALL
SELECT
    v_events.id || ' first',
    v_events.first_date, event.date_from, event.date_to, event.date_basis,
    COALESCE(v_events.first_status, v_events.status),
    v_events.kind,
    v_events.category,
    v_events.summary,
    v_events.summary_fr,
    v_events.id,
    v_events.operator,
    v_events.operator_name,
    v_events.country, v_events.country_name, v_events.place, v_events.place_name,
    v_events.sources, v_events.voices, NULL
FROM v_events
JOIN event ON event.id = v_events.id
WHERE v_events.first_date IS NOT NULL
    AND (event.status = 'planned' OR event.date_from > v_events.date_to OR event.date_to < v_events.date_from)
UNION ALL
SELECT
    v_successions.id || ' first',
    v_successions.first_date, succession.date_from, succession.date_to, succession.date_basis,
    CASE succession.status WHEN 'announced' THEN 'planned' WHEN 'completed' THEN 'happened' ELSE succession.status END,
    'succession',
    NULL,
    v_successions.summary,
    v_successions.summary_fr,
    v_successions.id,
    v_successions.predecessor || '; ' || v_successions.successor,
    v_successions.predecessor_name || '; ' || v_successions.successor_name,
    NULL, NULL, NULL, NULL,
    v_successions.sources, v_successions.voices, NULL
FROM v_successions
JOIN succession ON succession.id = v_successions.id
WHERE v_successions.first_date IS NOT NULL
    AND (
        succession.status = 'announced'
        OR succession.date_from > v_successions.date_to
        OR succession.date_to < v_successions.date_from
    )
UNION ALL
SELECT
    v_sites.id || ' first',
    v_sites.first_opened, site.opened_from, site.opened_to, site.opened_basis,
    CASE WHEN site.status = 'planned' THEN 'planned' ELSE 'happened' END,
    'site_opening',
    'gain',
    claim.summary,
    claim.summary_fr,
    v_sites.id,
    COALESCE(v_sites.first_operator, v_sites.operator),
    COALESCE(party.name, v_sites.operator_name),
    v_sites.country, v_sites.country_name, v_sites.place, v_sites.place_name,
    v_sites.sources, v_sites.voices, NULL
FROM v_sites
JOIN site ON site.id = v_sites.id
JOIN claim ON claim.id = v_sites.id
LEFT JOIN party ON party.id = v_sites.first_operator
WHERE v_sites.first_opened IS NOT NULL
    AND (site.status = 'planned' OR site.opened_from > v_sites.opened_to OR site.opened_to < v_sites.opened_from)
    AND NOT EXISTS (SELECT 1 FROM event WHERE event.site_id = v_sites.id AND event.kind = 'opening')
UNION ALL
SELECT
    v_verdicts.id,
    v_verdicts.as_of, v_verdicts.as_of_from, v_verdicts.as_of_to, v_verdicts.as_of_basis,
    'reported',
    'verdict',
    NULL,
    v_verdicts.summary,
    v_verdicts.summary_fr,
    v_verdicts.id,
    v_pledges.operator,
    v_pledges.operator_name,
    v_pledges.country, v_pledges.country_name, v_pledges.place, v_pledges.place_name,
    v_verdicts.sources, v_verdicts.voices, NULL
FROM v_verdicts
JOIN v_pledges ON v_pledges.id = v_verdicts.pledge
WHERE v_verdicts.as_of IS NOT NULL
UNION ALL
SELECT
    v_developments.id,
    v_developments.date, v_developments.date_from, v_developments.date_to, v_developments.date_basis,
    CASE v_developments.status
        WHEN 'open' THEN 'happened'
        WHEN 'closed' THEN 'happened'
        WHEN 'completed' THEN 'happened'
        WHEN 'announced' THEN 'planned'
        WHEN 'unknown' THEN 'reported'
        ELSE v_developments.status
    END,
    'development',
    COALESCE(
        v_events.category,
        CASE WHEN v_developments.concerns_kind = 'loss' THEN 'loss' END,
        CASE WHEN v_developments.concerns_kind = 'site' THEN CASE v_developments.status
            WHEN 'planned' THEN 'gain' WHEN 'open' THEN 'gain' WHEN 'closed' THEN 'loss'
        END END
    ),
    v_developments.summary,
    v_developments.summary_fr,
    v_developments.id,
    COALESCE(
        v_developments.operator, v_sites.operator, v_events.operator, v_losses.operator, v_investments.operator,
        v_successions.predecessor || '; ' || v_successions.successor
    ),
    COALESCE(
        v_developments.operator_name, v_sites.operator_name, v_events.operator_name, v_losses.operator_name,
        v_investments.operator_name,
        v_successions.predecessor_name || '; ' || v_successions.successor_name
    ),
    COALESCE(v_sites.country, v_events.country, v_losses.country, v_investments.country),
    COALESCE(v_sites.country_name, v_events.country_name, v_losses.country_name, v_investments.country_name),
    COALESCE(v_sites.place, v_events.place, v_losses.place, v_investments.place),
    COALESCE(v_sites.place_name, v_events.place_name, v_losses.place_name, v_investments.place_name),
    v_developments.sources, v_developments.voices, NULL
FROM v_developments
LEFT JOIN v_sites ON v_sites.id = v_developments.concerns
LEFT JOIN v_events ON v_events.id = v_developments.concerns
LEFT JOIN v_losses ON v_losses.id = v_developments.concerns
LEFT JOIN v_investments ON v_investments.id = v_developments.concerns
LEFT JOIN v_successions ON v_successions.id = v_developments.concerns
WHERE v_developments.date IS NOT NULL
    AND (v_developments.concerns_kind <> 'succession' OR v_successions.id IS NOT NULL)
    AND NOT (
        COALESCE(v_events.status, v_losses.status, v_investments.status, v_successions.status, '')
            = v_developments.status
        AND COALESCE(v_events.date, v_losses.date, v_investments.date, v_successions.date, '') = v_developments.date
    )
    AND NOT (v_developments.status IN ('planned', 'open') AND COALESCE(v_sites.opened, '') = v_developments.date)
    AND NOT (v_developments.status = 'closed' AND COALESCE(v_sites.closed, '') = v_developments.date)
