-- Events: openings, closures, relocations, agreements, trade shows, awards ...; one row an event.
-- Country and place tell where it is; where no source says, where it leads to; where that isn't known, leads from.
-- State and date are those of the latest source (v_states). What was planned and is told as happened without a date has
-- none: its plan stands in first_date.
CREATE VIEW v_events AS
SELECT
    event.id                AS id,                 -- slug of the event
    event.kind              AS kind,               -- kind of event
    event_kind.category     AS category,           -- gain, loss, move, labour, deal, policy or gathering
    COALESCE(state.status, event.status)
                            AS status,             -- planned, happened or cancelled, as of the latest source
    event.name              AS name,               -- name of the event, where it bears one
    claim.summary           AS summary,            -- what happened or is planned, in a line
    claim.summary_fr        AS summary_fr,         -- the same in French
    COALESCE(state.date, own.date)
                            AS date,               -- when (EDTF)
    COALESCE(state.date_from, own.date_from)
                            AS date_from,          -- first day of date; empty: open or unknown
    COALESCE(state.date_to, own.date_to)
                            AS date_to,            -- last day of date; empty: open or unknown
    COALESCE(state.date_basis, own.date_basis)
                            AS date_basis,         -- how date is known: stated, relative or inferred
    COALESCE(state.date_note, own.date_note)
                            AS date_note,          -- how date was reckoned or inferred
    COALESCE(state.date_note_fr, own.date_note_fr)
                            AS date_note_fr,       -- the same in French
    CASE WHEN state.status <> event.status THEN event.status END
                            AS first_status,       -- state that its first source gave; empty: it is the same
    CASE WHEN event.date <> COALESCE(state.date, own.date, '') THEN event.date END
                            AS first_date,         -- date that its first source gave (EDTF); empty: it is the same
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.id AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = event.id AND party.kind = 'operator'
        GROUP BY party.id ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS operator,                     -- slugs of the operators that take part, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.name AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = event.id AND party.kind = 'operator'
        GROUP BY party.id, party.name ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS operator_name,                -- names of the operators that take part, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.id AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = event.id AND party.kind = 'institution'
        GROUP BY party.id ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS institution,                  -- slugs of the institutions that take part, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.name AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = event.id AND party.kind = 'institution'
        GROUP BY party.id, party.name ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS institution_name,             -- names of the institutions that take part, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.id AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = event.id AND party.kind = 'official'
        GROUP BY party.id ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS official,                     -- slugs of the officials that take part, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.name AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = event.id AND party.kind = 'official'
        GROUP BY party.id, party.name ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS official_name,                -- names of the officials that take part, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT country.id AS entry
        FROM event_place JOIN country ON country.id = event_place.country_id
        WHERE event_place.event_id = event.id AND event_place.role = main.role
        GROUP BY country.id ORDER BY MIN(event_place.position)
    ) AS ordered) AS country,                      -- countries, ISO 3166-1 alpha-2, or areas, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT country.name_en AS entry
        FROM event_place JOIN country ON country.id = event_place.country_id
        WHERE event_place.event_id = event.id AND event_place.role = main.role
        GROUP BY country.id, country.name_en ORDER BY MIN(event_place.position)
    ) AS ordered) AS country_name,                 -- names of the countries in English, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT place.id AS entry
        FROM event_place JOIN place ON place.id = event_place.place_id
        WHERE event_place.event_id = event.id AND event_place.role = main.role
        ORDER BY event_place.position
    ) AS ordered) AS place,                        -- slugs of the places, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT place.label AS entry
        FROM event_place JOIN place ON place.id = event_place.place_id
        WHERE event_place.event_id = event.id AND event_place.role = main.role
        ORDER BY event_place.position
    ) AS ordered) AS place_name,                   -- names of the places, a district's with its city, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT COALESCE(place.id, country.id) AS entry
        FROM event_place
        JOIN country ON country.id = event_place.country_id
        LEFT JOIN place ON place.id = event_place.place_id
        WHERE event_place.event_id = event.id AND event_place.role = 'from'
        ORDER BY event_place.position
    ) AS ordered) AS from_place,                   -- places that it leads from, or countries, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT COALESCE(place.label, country.name_en) AS entry
        FROM event_place
        JOIN country ON country.id = event_place.country_id
        LEFT JOIN place ON place.id = event_place.place_id
        WHERE event_place.event_id = event.id AND event_place.role = 'from'
        ORDER BY event_place.position
    ) AS ordered) AS from_place_name,              -- names of what it leads from, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT COALESCE(place.id, country.id) AS entry
        FROM event_place
        JOIN country ON country.id = event_place.country_id
        LEFT JOIN place ON place.id = event_place.place_id
        WHERE event_place.event_id = event.id AND event_place.role = 'to'
        ORDER BY event_place.position
    ) AS ordered) AS to_place,                     -- places that it leads to, or countries, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT COALESCE(place.label, country.name_en) AS entry
        FROM event_place
        JOIN country ON country.id = event_place.country_id
        LEFT JOIN place ON place.id = event_place.place_id
        WHERE event_place.event_id = event.id AND event_place.role = 'to'
        ORDER BY event_place.position
    ) AS ordered) AS to_place_name,                -- names of what it leads to, joined by '; '
    event.site_id           AS site,               -- slug of the site concerned
    event.part_of_id        AS part_of,            -- slug of the larger event of which it is a part
    (SELECT group_concat(entry, '; ') FROM (
        SELECT v_links.other AS entry
        FROM v_links
        WHERE v_links.claim = event.id AND v_links.kind = 'conflicts_with'
        ORDER BY v_links.other COLLATE BINARY
    ) AS ordered) AS conflicts_with,               -- slugs of the claims in conflict with it, joined by '; '
    claim.preferred_because AS preferred_because,  -- why this one is preferred, where claims conflict
    claim.preferred_because_fr AS preferred_because_fr, -- the same in French
    quoted.said_by          AS said_by,            -- slugs of whom the source quotes for it, joined by '; '
    quoted.said_by_name     AS said_by_name,       -- names of those whom the source quotes, joined by '; '
    support.sources         AS sources,            -- number of sources that support it
    support.voices          AS voices,             -- number of independent texts among them
    claim.note              AS note,               -- the curator's remarks, doubts and reasoning
    claim.note_fr           AS note_fr             -- the same in French
FROM event
JOIN event_kind ON event_kind.id = event.kind
JOIN claim ON claim.id = event.id
JOIN v_support AS support ON support.id = event.id
JOIN v_said_by AS quoted ON quoted.id = claim.id
LEFT JOIN v_states AS state ON state.id = event.id
LEFT JOIN event AS own ON own.id = event.id AND state.date IS NULL
    AND NOT (event.status = 'planned' AND COALESCE(state.status, '') = 'happened')
LEFT JOIN (
    SELECT
        event_place.event_id AS event_id,
        CASE MIN(CASE event_place.role WHEN 'at' THEN 1 WHEN 'to' THEN 2 ELSE 3 END)
            WHEN 1 THEN 'at'
            WHEN 2 THEN 'to'
            ELSE 'from'
        END AS role
    FROM event_place
    GROUP BY event_place.event_id
) AS main ON main.event_id = event.id
