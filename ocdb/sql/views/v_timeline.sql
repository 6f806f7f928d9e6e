-- Timeline: everything that has a date, one row a dated thing; and the events whose date no source gives.
-- A pledge stands here when it was announced (kind pledge) and when it is due (pledge_due); further kinds are report,
-- investment, succession, and site_opening and site_closing where no event tells of the opening or closure of a site.
CREATE VIEW v_timeline AS
SELECT
    v_events.id            AS id,             -- slug of the claim, for some rows followed by a word
    v_events.date          AS date,           -- when (EDTF)
    v_events.date_from     AS date_from,      -- first day of date; empty: open or unknown
    v_events.date_to       AS date_to,        -- last day of date; empty: open or unknown
    v_events.date_basis    AS date_basis,     -- how date is known: stated, relative or inferred
    v_events.status        AS status,         -- planned, happened, cancelled, promised, due or reported
    v_events.kind          AS kind,           -- kind of event, or one of those named above
    v_events.summary       AS what,           -- the claim in a line
    v_events.id            AS claim,          -- slug of the claim
    v_events.operator      AS operator,       -- slugs of the operators, joined by '; '
    v_events.operator_name AS operator_name,  -- names of the operators, joined by '; '
    v_events.country       AS country,        -- countries, ISO 3166-1 alpha-2, joined by '; '
    v_events.country_name  AS country_name,   -- names of the countries in English, joined by '; '
    v_events.place         AS place,          -- slugs of the places, joined by '; '
    v_events.place_name    AS place_name,     -- names of the places, joined by '; '
    v_events.sources       AS sources         -- number of sources that support it
FROM v_events
UNION ALL
SELECT
    v_pledges.id,
    v_pledges.announced, v_pledges.announced_from, v_pledges.announced_to, v_pledges.announced_basis,
    'promised',
    'pledge',
    v_pledges.summary,
    v_pledges.id,
    v_pledges.operator,
    v_pledges.operator_name,
    v_pledges.country, v_pledges.country_name, v_pledges.place, v_pledges.place_name,
    v_pledges.sources
FROM v_pledges
WHERE v_pledges.announced IS NOT NULL
UNION ALL
SELECT
    v_pledges.id || ' due',
    v_pledges.due, v_pledges.due_from, v_pledges.due_to, v_pledges.due_basis,
    'due',
    'pledge_due',
    v_pledges.summary,
    v_pledges.id,
    v_pledges.operator,
    v_pledges.operator_name,
    v_pledges.country, v_pledges.country_name, v_pledges.place, v_pledges.place_name,
    v_pledges.sources
FROM v_pledges
WHERE v_pledges.due IS NOT NULL
UNION ALL
SELECT
    v_reports.id,
    v_reports.as_of, v_reports.as_of_from, v_reports.as_of_to, v_reports.as_of_basis,
    'reported',
    'report',
    v_reports.summary,
    v_reports.id,
    v_reports.operator,
    v_reports.operator_name,
    v_reports.country, v_reports.country_name, v_reports.place, v_reports.place_name,
    v_reports.sources
FROM v_reports
WHERE v_reports.as_of IS NOT NULL
UNION ALL
SELECT
    v_investments.id,
    v_investments.date, v_investments.date_from, v_investments.date_to, v_investments.date_basis,
    v_investments.status,
    'investment',
    v_investments.summary,
    v_investments.id,
    v_investments.operator,
    v_investments.operator_name,
    v_investments.country, v_investments.country_name, v_investments.place, v_investments.place_name,
    v_investments.sources
FROM v_investments
WHERE v_investments.date IS NOT NULL
UNION ALL
SELECT
    v_successions.id,
    v_successions.date, v_successions.date_from, v_successions.date_to, v_successions.date_basis,
    CASE v_successions.status WHEN 'announced' THEN 'planned' WHEN 'completed' THEN 'happened' ELSE 'cancelled' END,
    'succession',
    v_successions.summary,
    v_successions.id,
    v_successions.predecessor || '; ' || v_successions.successor,
    v_successions.predecessor_name || '; ' || v_successions.successor_name,
    NULL, NULL, NULL, NULL,
    v_successions.sources
FROM v_successions
WHERE v_successions.date IS NOT NULL
UNION ALL
SELECT
    v_sites.id || ' opened',
    v_sites.opened, v_sites.opened_from, v_sites.opened_to, v_sites.opened_basis,
    CASE v_sites.status WHEN 'planned' THEN 'planned' ELSE 'happened' END,
    'site_opening',
    v_sites.summary,
    v_sites.id,
    v_sites.operator,
    v_sites.operator_name,
    v_sites.country, v_sites.country_name, v_sites.place, v_sites.place_name,
    v_sites.sources
FROM v_sites
WHERE v_sites.opened IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM event WHERE event.site_id = v_sites.id AND event.kind = 'opening')
UNION ALL
SELECT
    v_sites.id || ' closed',
    v_sites.closed, v_sites.closed_from, v_sites.closed_to, v_sites.closed_basis,
    CASE v_sites.status WHEN 'closed' THEN 'happened' ELSE 'planned' END,
    'site_closing',
    v_sites.summary,
    v_sites.id,
    v_sites.operator,
    v_sites.operator_name,
    v_sites.country, v_sites.country_name, v_sites.place, v_sites.place_name,
    v_sites.sources
FROM v_sites
WHERE v_sites.closed IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM event WHERE event.site_id = v_sites.id AND event.kind = 'closure')
