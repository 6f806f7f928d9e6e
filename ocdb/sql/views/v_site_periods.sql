-- Periods of sites: the state of each site over time, without gaps or overlaps, one row a period.
-- Before the first one no source shows the site; the rules are in docs/sites.md. The last one lasts.
CREATE VIEW v_site_periods AS
SELECT
    site_period.site_id || ' ' || site_period.position AS id,               -- site and position in one
    site_period.site_id       AS site,             -- slug of the site
    COALESCE(
        site.name,
        COALESCE(present.name, 'Unnamed operator') || ', ' || COALESCE(place.label, country.name_en)
    )                         AS name,             -- name of the site; where it bears none, operator and place
    site_period.position      AS position,         -- place in the order of time, from 1
    site_period.status        AS status,           -- planned, open, closed or unknown
    site_period.operator_id   AS operator,         -- slug of who runs it then; empty where no source says
    runner.name               AS operator_name,    -- name of that operator
    CASE WHEN site_period.operator_id IS NULL THEN (
        SELECT earlier.operator_id
        FROM site_period AS earlier
        WHERE earlier.site_id = site_period.site_id
            AND earlier.position < site_period.position
            AND earlier.operator_id IS NOT NULL
        ORDER BY earlier.position DESC
        LIMIT 1
    ) END                     AS operator_before,  -- where operator is empty: slug of who ran it last before
    CASE WHEN site_period.operator_id IS NULL THEN (
        SELECT later.operator_id
        FROM site_period AS later
        WHERE later.site_id = site_period.site_id
            AND later.position > site_period.position
            AND later.operator_id IS NOT NULL
        ORDER BY later.position
        LIMIT 1
    ) END                     AS operator_after,   -- where operator is empty: slug of who runs it first after
    site.country_id           AS country,          -- country, ISO 3166-1 alpha-2; or an area: africa
    country.name_en           AS country_name,     -- name of the country in English
    site.place_id             AS place,            -- slug of the closest place known
    place.label               AS place_name,       -- name of that place
    site_period.first_day     AS first_day,        -- first day; empty: nothing that is known has a date
    site_period.last_day      AS last_day,         -- last day; empty: it lasts
    site_period.evidence      AS evidence,         -- slugs of the claims behind it, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT site_period_reason.reason AS entry
        FROM site_period_reason
        WHERE site_period_reason.site_id = site_period.site_id
            AND site_period_reason.position = site_period.position
        ORDER BY site_period_reason.number
    ) AS ordered)             AS reason,           -- why that is its state then: codes, joined by '; '
    (SELECT '[' || group_concat(entry, ', ') || ']' FROM (
        SELECT '{"reason": "' || site_period_reason.reason || '", "details": '
            || COALESCE(site_period_reason.reason_details, '{}') || '}' AS entry
        FROM site_period_reason
        WHERE site_period_reason.site_id = site_period.site_id
            AND site_period_reason.position = site_period.position
        ORDER BY site_period_reason.number
    ) AS ordered)             AS reason_details,   -- the same with their parameters, as JSON
    site_period.last_evidence AS last_evidence     -- day by which the latest source behind it appeared
FROM site_period
JOIN site ON site.id = site_period.site_id
JOIN country ON country.id = site.country_id
LEFT JOIN place ON place.id = site.place_id
LEFT JOIN state ON state.claim_id = site.id
LEFT JOIN party AS present ON present.id = COALESCE(state.operator_id, site.operator_id)
LEFT JOIN party AS runner ON runner.id = site_period.operator_id
