-- Places of claims: where each claim is about, one row a claim, role and place. A verdict is where its pledge is, a
-- development where the site, event, loss or investment is that it concerns.
CREATE VIEW v_claim_places AS
SELECT
    located.claim || ' ' || located.role || ' '
        || COALESCE(located.place, located.country) AS id,  -- claim, role and place in one
    located.claim   AS claim,                               -- slug of the claim
    claim.kind      AS claim_kind,                          -- kind of claim
    located.role    AS role,                                -- at; for an event also from and to
    located.country AS country,                             -- country, ISO 3166-1 alpha-2; or an area: africa
    located.place   AS place                                -- slug of the closest place known, if any
FROM (
    SELECT
        event_place.event_id AS claim,
        event_place.role AS role,
        event_place.country_id AS country,
        event_place.place_id AS place
    FROM event_place
    UNION
    SELECT site.id, 'at', site.country_id, site.place_id
    FROM site
    UNION
    SELECT job_pledge.id, 'at', job_pledge.country_id, job_pledge.place_id
    FROM job_pledge
    UNION
    SELECT job_loss.id, 'at', job_loss.country_id, job_loss.place_id
    FROM job_loss
    UNION
    SELECT job_report.id, 'at', job_report.country_id, job_report.place_id
    FROM job_report
    UNION
    SELECT investment.id, 'at', investment.country_id, investment.place_id
    FROM investment
    UNION
    SELECT statistic.id, 'at', statistic.country_id, statistic.place_id
    FROM statistic
    WHERE statistic.country_id IS NOT NULL
    UNION
    SELECT statement.id, 'at', statement.country_id, statement.place_id
    FROM statement
    WHERE statement.country_id IS NOT NULL
    UNION
    SELECT verdict.id, 'at', job_pledge.country_id, job_pledge.place_id
    FROM verdict JOIN job_pledge ON job_pledge.id = verdict.pledge_id
    UNION
    SELECT development.id, 'at', site.country_id, site.place_id
    FROM development JOIN site ON site.id = development.concerns_id
    UNION
    SELECT development.id, 'at', job_loss.country_id, job_loss.place_id
    FROM development JOIN job_loss ON job_loss.id = development.concerns_id
    UNION
    SELECT development.id, 'at', investment.country_id, investment.place_id
    FROM development JOIN investment ON investment.id = development.concerns_id
    UNION
    SELECT development.id, event_place.role, event_place.country_id, event_place.place_id
    FROM development JOIN event_place ON event_place.event_id = development.concerns_id
) AS located
JOIN claim ON claim.id = located.claim
