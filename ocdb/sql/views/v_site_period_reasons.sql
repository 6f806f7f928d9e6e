-- Reasons of the periods of sites: why each site is in its state then, one row a period and reason.
CREATE VIEW v_site_period_reasons AS
SELECT
    site_period_reason.site_id || ' ' || site_period_reason.position || ' ' || site_period_reason.number
                                      AS id,              -- site, position and number in one
    site_period_reason.site_id || ' ' || site_period_reason.position
                                      AS period,          -- site and position in one: id of v_site_periods
    site_period_reason.site_id        AS site,            -- slug of the site
    site_period_reason.position       AS position,        -- place of the period in the order of time, from 1
    site_period_reason.number         AS number,          -- place among the reasons of the period, from 1
    site_period_reason.reason         AS reason,          -- a reason: a code
    site_period_reason.reason_details AS reason_details   -- its parameters, as JSON
FROM site_period_reason
