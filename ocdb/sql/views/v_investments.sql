-- Investments: amounts of money spent or to be spent, one row an amount.
-- State and date are those of the latest source (v_states). What was planned and is told as happened without a date has
-- none: its plan stands in first_date.
CREATE VIEW v_investments AS
SELECT
    investment.id              AS id,                    -- slug of the investment
    investment.kind            AS kind,                  -- what the money is for
    COALESCE(state.status, investment.status)
                               AS status,                -- planned, happened or cancelled, as of the latest source
    fact.figure                AS figure,                -- the amount as people write it, as in about 3500000
    investment.low             AS amount_low,            -- lower end, in whole units of the currency; empty for at_most
    investment.high            AS amount_high,           -- upper end, in whole units of the currency; empty for at_least
    investment.bound           AS bound,                 -- exact, about, nearly, at_least, at_most or range
    investment.currency_id     AS currency,              -- ISO 4217 code
    currency.label_en          AS currency_name,         -- name of the currency in English
    fact.operator              AS operator,              -- slugs of the operators in it, joined by '; '
    fact.operator_name         AS operator_name,         -- names of the operators in it, joined by '; '
    fact.institution           AS institution,           -- slugs of the institutions in it, joined by '; '
    fact.institution_name      AS institution_name,      -- names of the institutions in it, joined by '; '
    investment.country_id      AS country,               -- country, ISO 3166-1 alpha-2; or an area: africa
    country.name_en            AS country_name,          -- name of the country in English
    investment.place_id        AS place,                 -- slug of the closest place known
    place.label                AS place_name,            -- name of that place; of a district or park with its city
    investment.site_id         AS site,                  -- slug of the site concerned
    investment.event_id        AS event,                 -- slug of the event that it belongs to
    COALESCE(dated.date, own.date)
                               AS date,                  -- when it is spent (EDTF)
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
    CASE WHEN state.status <> investment.status THEN investment.status END
                               AS first_status,          -- state that its first source gave; empty: it is the same
    CASE WHEN investment.date <> COALESCE(dated.date, own.date, '') THEN investment.date END
                               AS first_date,            -- date that its first source gave (EDTF); empty: it is the same
    fact.conflicts_with        AS conflicts_with,        -- slugs of the claims in conflict with it, joined by '; '
    claim.preferred_because    AS preferred_because,     -- why this one is preferred, where claims conflict
    claim.preferred_because_fr AS preferred_because_fr,  -- the same in French
    fact.said_by               AS said_by,               -- slugs of whom the source quotes for it, joined by '; '
    fact.said_by_name          AS said_by_name,          -- names of those whom the source quotes, joined by '; '
    claim.summary              AS summary,               -- the investment in a line
    claim.summary_fr           AS summary_fr,            -- the same in French
    fact.sources               AS sources,               -- number of sources that support it
    fact.voices                AS voices,                -- number of independent texts among them
    claim.note                 AS note,                  -- the curator's remarks, doubts and reasoning
    claim.note_fr              AS note_fr                -- the same in French
FROM investment
JOIN claim ON claim.id = investment.id
JOIN fact ON fact.claim_id = investment.id
LEFT JOIN state ON state.claim_id = investment.id
LEFT JOIN development AS dated ON dated.id = state.dated_id
LEFT JOIN investment AS own ON own.id = investment.id AND dated.date IS NULL
    AND NOT (investment.status = 'planned' AND COALESCE(state.status, '') = 'happened')
JOIN country ON country.id = investment.country_id
LEFT JOIN place ON place.id = investment.place_id
JOIN currency ON currency.id = investment.currency_id
