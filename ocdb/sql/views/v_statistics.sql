-- Statistics: market figures that count no jobs of one employer (sites a year, vacancies a week ...); one row a figure.
CREATE VIEW v_statistics AS
SELECT
    statistic.id               AS id,                    -- slug of the statistic
    statistic.measure          AS measure,               -- what is counted, in which unit: see v_codes
    fact.figure                AS figure,                -- the figure as people write it, as in about 4.28
    statistic.low              AS low,                   -- lower end; empty for at_most
    statistic.high             AS high,                  -- upper end; empty for at_least
    statistic.bound            AS bound,                 -- exact, about, nearly, at_least, at_most or range
    statistic.currency_id      AS currency,              -- of money: ISO 4217 code; the figure is in whole units of it
    currency.label_en          AS currency_name,         -- name of the currency in English
    statistic.period           AS period,                -- for a rate: the time that it refers to
    fact.operator              AS operator,              -- slugs of the operators in it, joined by '; '
    fact.operator_name         AS operator_name,         -- names of the operators in it, joined by '; '
    fact.institution           AS institution,           -- slugs of the institutions in it, joined by '; '
    fact.institution_name      AS institution_name,      -- names of the institutions in it, joined by '; '
    statistic.country_id       AS country,               -- country, ISO 3166-1 alpha-2; or an area: africa
    country.name_en            AS country_name,          -- name of the country in English
    statistic.place_id         AS place,                 -- slug of the closest place known
    place.label                AS place_name,            -- name of that place; of a district or park with its city
    statistic.site_id          AS site,                  -- slug of the site concerned
    statistic.event_id         AS event,                 -- slug of the event that it belongs to
    statistic.as_of            AS as_of,                 -- on which date or during which time it held (EDTF)
    statistic.as_of_from       AS as_of_from,            -- first day of as_of; empty: open or unknown
    statistic.as_of_to         AS as_of_to,              -- last day of as_of; empty: open or unknown
    statistic.as_of_basis      AS as_of_basis,           -- how as_of is known: stated, relative or inferred
    statistic.as_of_note       AS as_of_note,            -- how as_of was reckoned or inferred
    statistic.as_of_note_fr    AS as_of_note_fr,         -- the same in French
    fact.said_by               AS said_by,               -- slugs of whom the source quotes for it, joined by '; '
    fact.said_by_name          AS said_by_name,          -- names of those whom the source quotes, joined by '; '
    fact.conflicts_with        AS conflicts_with,        -- slugs of the claims in conflict with it, joined by '; '
    claim.preferred_because    AS preferred_because,     -- why this one is preferred, where claims conflict
    claim.preferred_because_fr AS preferred_because_fr,  -- the same in French
    claim.summary              AS summary,               -- the statistic in a line
    claim.summary_fr           AS summary_fr,            -- the same in French
    fact.sources               AS sources,               -- number of sources that support it
    fact.voices                AS voices,                -- number of independent texts among them
    claim.note                 AS note,                  -- the curator's remarks, doubts and reasoning
    claim.note_fr              AS note_fr                -- the same in French
FROM statistic
JOIN claim ON claim.id = statistic.id
JOIN fact ON fact.claim_id = statistic.id
LEFT JOIN currency ON currency.id = statistic.currency_id
LEFT JOIN country ON country.id = statistic.country_id
LEFT JOIN place ON place.id = statistic.place_id
