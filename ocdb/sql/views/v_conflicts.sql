-- Conflicts: claims that disagree with each other, and claims that a source denies; one row a claim.
-- Claims with the same value in conflict disagree, directly or through a third one; one that is alone with its value
-- is denied by the sources in contradicted_by. ORDER BY conflict puts them side by side.
-- The status is preferred where the curator gives a reason for it; set_aside where another claim of the conflict is
-- preferred; where none is, contradicted by a source, else open.
CREATE VIEW v_conflicts AS
SELECT
    conflict_member.claim_id    AS id,                    -- slug of the claim
    conflict_member.conflict_id AS conflict,              -- first slug of the claims that disagree
    claim.kind                  AS kind,                  -- kind of claim
    CASE
        WHEN claim.preferred_because IS NOT NULL THEN 'preferred'
        WHEN conflict_member.settled THEN 'set_aside'
        WHEN fact.contradicted > 0 THEN 'contradicted'
        ELSE 'open'
    END                         AS status,                -- preferred, set_aside, contradicted or open
    CASE
        WHEN conflict_member.settled THEN 1
        ELSE 0
    END                         AS settled,               -- 1 where a claim of the conflict is preferred, else 0
    claim.preferred_because     AS preferred_because,     -- why this one is preferred
    claim.preferred_because_fr  AS preferred_because_fr,  -- the same in French
    fact.figure                 AS figure,                -- the figure as people write it; empty for a claim without one
    fact.measure                AS measure,               -- what the figure counts; of an investment the currency
    fact.currency               AS currency,              -- of an amount of money: ISO 4217 code
    fact.date                   AS date,                  -- when, as it claims: of a pledge when it is due (EDTF)
    claim.summary || COALESCE(' (' || site.status || ')', '')
                                AS summary,               -- the claim in a line; of a site with the state that it claims
    claim.summary_fr || COALESCE(' (' || site_status.label_fr || ')', '')
                                AS summary_fr,            -- the same in French
    fact.said_by                AS said_by,               -- slugs of whom the source quotes for it, joined by '; '
    fact.said_by_name           AS said_by_name,          -- names of those whom the source quotes, joined by '; '
    earliest.published          AS published,             -- when the first source that supports it was published (EDTF)
    earliest.published_from     AS published_from,        -- first day of published; empty: open or unknown
    earliest.published_to       AS published_to,          -- last day of published; empty: open or unknown
    (SELECT group_concat(entry, '; ') FROM (
        SELECT source.publisher AS entry
        FROM citation JOIN source ON source.id = citation.source_id
        WHERE citation.claim_id = claim.id AND citation.stance = 'supports'
        GROUP BY source.publisher
        ORDER BY MIN(source.published_from) NULLS LAST, source.publisher COLLATE BINARY
    ) AS ordered)               AS publisher,             -- outlets that support it, the first one first, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT source.id AS entry
        FROM citation JOIN source ON source.id = citation.source_id
        WHERE citation.claim_id = claim.id AND citation.stance = 'supports'
        GROUP BY source.id, source.published_from
        ORDER BY source.published_from NULLS LAST, source.id COLLATE BINARY
    ) AS ordered)               AS source,                -- slugs of those articles, the first one first, joined by '; '
    fact.sources                AS sources,               -- number of sources that support it
    fact.voices                 AS voices,                -- number of independent texts among them
    (SELECT group_concat(entry, '; ') FROM (
        SELECT source.id AS entry
        FROM citation JOIN source ON source.id = citation.source_id
        WHERE citation.claim_id = claim.id AND citation.stance = 'contradicts'
        GROUP BY source.id, source.published_from
        ORDER BY source.published_from NULLS LAST, source.id COLLATE BINARY
    ) AS ordered)               AS contradicted_by,       -- slugs of the articles that deny it, joined by '; '
    fact.contradicted           AS contradicted,          -- number of sources that deny it
    fact.denying_voices         AS denying_voices,        -- number of independent texts among those
    (SELECT group_concat(entry, '; ') FROM (
        SELECT v_claim_parties.party AS entry
        FROM v_claim_parties
        WHERE v_claim_parties.claim = claim.id AND v_claim_parties.party_kind = 'operator'
        GROUP BY v_claim_parties.party
        ORDER BY v_claim_parties.party COLLATE BINARY
    ) AS ordered)               AS operator,              -- slugs of the operators in it, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT v_claim_parties.party_name AS entry
        FROM v_claim_parties
        WHERE v_claim_parties.claim = claim.id AND v_claim_parties.party_kind = 'operator'
        GROUP BY v_claim_parties.party, v_claim_parties.party_name
        ORDER BY v_claim_parties.party COLLATE BINARY
    ) AS ordered)               AS operator_name,         -- names of the operators in it, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT v_claim_places.country AS entry
        FROM v_claim_places
        WHERE v_claim_places.claim = claim.id
        GROUP BY v_claim_places.country
        ORDER BY v_claim_places.country COLLATE BINARY
    ) AS ordered)               AS country,               -- countries, ISO 3166-1 alpha-2, or areas, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT country.name_en AS entry
        FROM v_claim_places JOIN country ON country.id = v_claim_places.country
        WHERE v_claim_places.claim = claim.id
        GROUP BY country.id, country.name_en
        ORDER BY country.id COLLATE BINARY
    ) AS ordered)               AS country_name,          -- names of the countries in English, joined by '; '
    CASE
        WHEN job_pledge.due_to < CURRENT_DATE THEN ledger.once_due
        ELSE ledger.while_open
    END                         AS outcome,               -- of a pledge: what became of it, as of today
    claim.note                  AS note,                  -- the curator's remarks, doubts and reasoning
    claim.note_fr               AS note_fr                -- the same in French
FROM conflict_member
JOIN claim ON claim.id = conflict_member.claim_id
JOIN fact ON fact.claim_id = claim.id
LEFT JOIN site ON site.id = claim.id
LEFT JOIN site_status ON site_status.id = site.status
LEFT JOIN job_pledge ON job_pledge.id = claim.id
LEFT JOIN ledger ON ledger.pledge_id = claim.id
LEFT JOIN source AS earliest ON earliest.id = (
    SELECT source.id
    FROM citation JOIN source ON source.id = citation.source_id
    WHERE citation.claim_id = conflict_member.claim_id AND citation.stance = 'supports'
    ORDER BY source.published_from NULLS LAST, source.id COLLATE BINARY
    LIMIT 1
)
