-- Events: openings, closures, relocations, agreements, trade shows, awards ...; one row an event.
-- Country and place tell where it is; where no source says, where it leads to; where that isn't known, leads from.
-- State and date are those of the latest source (v_states). What was planned and is told as happened without a date has
-- none: its plan stands in first_date.
CREATE VIEW v_events AS
SELECT
    event.id                   AS id,                    -- slug of the event
    event.kind                 AS kind,                  -- kind of event
    event_kind.category        AS category,              -- gain, loss, move, labour, deal, policy or gathering
    COALESCE(state.status, event.status)
                               AS status,                -- planned, happened or cancelled, as of the latest source
    event.name                 AS name,                  -- name of the event, where it bears one
    claim.summary              AS summary,               -- what happened or is planned, in a line
    claim.summary_fr           AS summary_fr,            -- the same in French
    COALESCE(dated.date, own.date)
                               AS date,                  -- when (EDTF)
    COALESCE(dated.date_from, own.date_from)
                               AS date_from,             -- first day of date; empty: open or unknown
    COALESCE(dated.date_to, own.date_to)
                               AS date_to,               -- last day of date; empty: open or unknown
    COALESCE(dated.date_basis, own.date_basis)
                               AS date_basis,            -- how date is known: stated, relative or inferred
    COALESCE(dated.date_note, own.date_note)
                               AS date_note,             -- how date was reckoned or inferred
    COALESCE(dated.date_note_fr, own.date_note_fr)
                               AS date_note_fr,          -- the same in French
    CASE WHEN state.status <> event.status THEN event.status END
                               AS first_status,          -- state that its first source gave; empty: it is the same
    CASE WHEN event.date <> COALESCE(dated.date, own.date, '') THEN event.date END
                               AS first_date,            -- date that its first source gave (EDTF); empty: it is the same
    fact.operator              AS operator,              -- slugs of the operators that take part, joined by '; '
    fact.operator_name         AS operator_name,         -- names of the operators that take part, joined by '; '
    fact.institution           AS institution,           -- slugs of the institutions that take part, joined by '; '
    fact.institution_name      AS institution_name,      -- names of the institutions that take part, joined by '; '
    fact.official              AS official,              -- slugs of the officials that take part, joined by '; '
    fact.official_name         AS official_name,         -- names of the officials that take part, joined by '; '
    fact.country               AS country,               -- countries, ISO 3166-1 alpha-2, or areas, joined by '; '
    fact.country_name          AS country_name,          -- names of the countries in English, joined by '; '
    fact.place                 AS place,                 -- slugs of the places, joined by '; '
    fact.place_name            AS place_name,            -- names of the places, a district's with its city, joined by '; '
    fact.from_place            AS from_place,            -- places that it leads from, or countries, joined by '; '
    fact.from_place_name       AS from_place_name,       -- names of what it leads from, joined by '; '
    fact.to_place              AS to_place,              -- places that it leads to, or countries, joined by '; '
    fact.to_place_name         AS to_place_name,         -- names of what it leads to, joined by '; '
    event.site_id              AS site,                  -- slug of the site concerned
    event.part_of_id           AS part_of,               -- slug of the larger event of which it is a part
    fact.conflicts_with        AS conflicts_with,        -- slugs of the claims in conflict with it, joined by '; '
    claim.preferred_because    AS preferred_because,     -- why this one is preferred, where claims conflict
    claim.preferred_because_fr AS preferred_because_fr,  -- the same in French
    fact.said_by               AS said_by,               -- slugs of whom the source quotes for it, joined by '; '
    fact.said_by_name          AS said_by_name,          -- names of those whom the source quotes, joined by '; '
    fact.sources               AS sources,               -- number of sources that support it
    fact.voices                AS voices,                -- number of independent texts among them
    claim.note                 AS note,                  -- the curator's remarks, doubts and reasoning
    claim.note_fr              AS note_fr                -- the same in French
FROM event
JOIN event_kind ON event_kind.id = event.kind
JOIN claim ON claim.id = event.id
JOIN fact ON fact.claim_id = event.id
LEFT JOIN state ON state.claim_id = event.id
LEFT JOIN development AS dated ON dated.id = state.dated_id
LEFT JOIN event AS own ON own.id = event.id AND dated.date IS NULL
    AND NOT (event.status = 'planned' AND COALESCE(state.status, '') = 'happened')
