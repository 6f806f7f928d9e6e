-- Sites: centres that operators run or plan, one row a site, as the latest source shows it (v_states, docs/sites.md).
-- What its first source said stands in the columns first_..., where a later one changed it. A plan is no fact: once a
-- later source shows the site open, opened is the date that such a source gives, and empty where none does.
CREATE VIEW v_sites AS
SELECT
    site.id           AS id,              -- slug of the site
    COALESCE(
        site.name,
        COALESCE(runner.name, 'Unnamed operator') || ', ' || COALESCE(place.label, country.name_en)
    )                 AS name,            -- name of the site; where it bears none, operator and place
    COALESCE(
        site.name,
        COALESCE(runner.name, 'Opérateur non nommé') || ', ' || COALESCE(place.label, country.name_fr)
    )                 AS name_fr,         -- the same in French
    runner.id         AS operator,        -- slug of the operator that runs it; empty where no source says
    runner.name       AS operator_name,   -- name of that operator
    site.country_id   AS country,         -- country, ISO 3166-1 alpha-2; or an area: africa
    country.name_en   AS country_name,    -- name of the country in English
    site.place_id     AS place,           -- slug of the closest place known
    place.label       AS place_name,      -- name of that place; of a district or park with its city
    site.address      AS address,         -- building or street, where a source gives it
    COALESCE(state.status, site.status)
                      AS status,          -- state of the site, as of the latest source
    COALESCE(opening.date, own_opening.opened)
                      AS opened,          -- when it opened, last where it reopened, or is to open (EDTF)
    COALESCE(opening.date_from, own_opening.opened_from)
                      AS opened_from,     -- first day of opened; empty: open or unknown
    COALESCE(opening.date_to, own_opening.opened_to)
                      AS opened_to,       -- last day of opened; empty: open or unknown
    COALESCE(opening.date_basis, own_opening.opened_basis)
                      AS opened_basis,    -- how opened is known: stated, relative or inferred
    COALESCE(opening.date_note, own_opening.opened_note)
                      AS opened_note,     -- how opened was reckoned or inferred
    COALESCE(opening.date_note_fr, own_opening.opened_note_fr)
                      AS opened_note_fr,  -- the same in French
    COALESCE(closing.date, own_closing.closed)
                      AS closed,          -- when it closed, last where it reopened, or is to close (EDTF)
    COALESCE(closing.date_from, own_closing.closed_from)
                      AS closed_from,     -- first day of closed; empty: open or unknown
    COALESCE(closing.date_to, own_closing.closed_to)
                      AS closed_to,       -- last day of closed; empty: open or unknown
    COALESCE(closing.date_basis, own_closing.closed_basis)
                      AS closed_basis,    -- how closed is known: stated, relative or inferred
    COALESCE(closing.date_note, own_closing.closed_note)
                      AS closed_note,     -- how closed was reckoned or inferred
    COALESCE(closing.date_note_fr, own_closing.closed_note_fr)
                      AS closed_note_fr,  -- the same in French
    CASE WHEN state.status <> site.status THEN site.status END
                      AS first_status,    -- state that its first source gave; empty: it is the same
    CASE WHEN runner.id <> site.operator_id THEN site.operator_id END
                      AS first_operator,  -- slug of who ran it by its first source; empty: it is the same
    CASE WHEN site.opened <> COALESCE(opening.date, own_opening.opened, '') THEN site.opened END
                      AS first_opened,    -- when it opened or was to open by its first source (EDTF); empty: it is the same
    CASE WHEN site.closed <> COALESCE(closing.date, own_closing.closed, '') THEN site.closed END
                      AS first_closed,    -- when it closed or was to close by its first source (EDTF); empty: it is the same
    claim.summary || ' (' || COALESCE(state.status, site.status) || ')'
                      AS summary,         -- what is known of it in a line, with its state
    claim.summary_fr || ' (' || site_status.label_fr || ')'
                      AS summary_fr,      -- the same in French
    fact.said_by      AS said_by,         -- slugs of whom the source quotes for it, joined by '; '
    fact.said_by_name AS said_by_name,    -- names of those whom the source quotes, joined by '; '
    fact.sources      AS sources,         -- number of sources that support it
    fact.voices       AS voices,          -- number of independent texts among them
    claim.note        AS note,            -- the curator's remarks, doubts and reasoning
    claim.note_fr     AS note_fr          -- the same in French
FROM site
LEFT JOIN claim ON claim.id = site.id
LEFT JOIN fact ON fact.claim_id = site.id
LEFT JOIN country ON country.id = site.country_id
LEFT JOIN place ON place.id = site.place_id
LEFT JOIN state ON state.claim_id = site.id
LEFT JOIN development AS opening ON opening.id = state.opening_id
LEFT JOIN development AS closing ON closing.id = state.closing_id
LEFT JOIN site AS own_opening ON own_opening.id = site.id AND opening.id IS NULL
    AND NOT (site.status = 'planned' AND COALESCE(state.status, '') IN ('open', 'closed'))
LEFT JOIN site AS own_closing ON own_closing.id = site.id AND closing.id IS NULL
    AND NOT (site.status <> 'closed' AND COALESCE(state.status, '') = 'closed')
LEFT JOIN site_status ON site_status.id = COALESCE(state.status, site.status)
LEFT JOIN party AS runner ON runner.id = COALESCE(state.operator_id, site.operator_id)
