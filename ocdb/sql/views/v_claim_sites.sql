-- Sites of claims: which site each claim is about, one row a claim and site.
-- A verdict is about the site of its pledge, a development about the site that it concerns, or that of the event, loss
-- or investment.
CREATE VIEW v_claim_sites AS
SELECT
    about.claim || ' ' || about.site AS id,          -- claim and site in one
    about.claim                      AS claim,       -- slug of the claim
    claim.kind                       AS claim_kind,  -- kind of claim
    about.site                       AS site         -- slug of the site
FROM (
    SELECT site.id AS claim, site.id AS site
    FROM site
    UNION ALL
    SELECT event.id, event.site_id
    FROM event
    UNION ALL
    SELECT job_pledge.id, job_pledge.site_id
    FROM job_pledge
    UNION ALL
    SELECT job_loss.id, job_loss.site_id
    FROM job_loss
    UNION ALL
    SELECT job_report.id, job_report.site_id
    FROM job_report
    UNION ALL
    SELECT investment.id, investment.site_id
    FROM investment
    UNION ALL
    SELECT statistic.id, statistic.site_id
    FROM statistic
    UNION ALL
    SELECT verdict.id, job_pledge.site_id
    FROM verdict JOIN job_pledge ON job_pledge.id = verdict.pledge_id
    UNION ALL
    SELECT development.id, COALESCE(site.id, event.site_id, job_loss.site_id, investment.site_id)
    FROM development
    LEFT JOIN site ON site.id = development.concerns_id
    LEFT JOIN event ON event.id = development.concerns_id
    LEFT JOIN job_loss ON job_loss.id = development.concerns_id
    LEFT JOIN investment ON investment.id = development.concerns_id
) AS about
JOIN claim ON claim.id = about.claim
WHERE about.site IS NOT NULL
