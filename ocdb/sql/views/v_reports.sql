-- Job reports: figures about the present or the past (jobs held or created); one row a report.
CREATE VIEW v_reports AS
SELECT
    job_report.id              AS id,                    -- slug of the report
    job_report.kind            AS kind,                  -- whether the jobs are held or created
    fact.figure                AS figure,                -- the figure as people write it, as in about 400
    job_report.measure         AS measure,               -- what is counted: jobs, headcount, seats, hires, trainees
    job_report.reading         AS reading,               -- on top of what is there, or in all
    CASE
        WHEN job_report.baseline_none THEN 'none'
        ELSE job_report.baseline_id
    END                        AS baseline,              -- the report of how many were there before; none: nobody was
    job_report.low             AS low,                   -- lower end of the figure; empty for at_most
    job_report.high            AS high,                  -- upper end of the figure; empty for at_least
    job_report.bound           AS bound,                 -- exact, about, nearly, at_least, at_most or range
    job_report.basis           AS basis,                 -- operator, government, federation or analyst
    job_report.directness      AS directness,            -- direct, indirect, both or unstated
    job_report.sector          AS sector,                -- what it counts where it names no employer: call_centres, offshoring ...
    fact.operator              AS operator,              -- slugs of the operators that employ, joined by '; '
    fact.operator_name         AS operator_name,         -- names of the operators that employ, joined by '; '
    job_report.country_id      AS country,               -- country, ISO 3166-1 alpha-2; or an area: africa
    country.name_en            AS country_name,          -- name of the country in English
    job_report.place_id        AS place,                 -- slug of the closest place known
    place.label                AS place_name,            -- name of that place; of a district or park with its city
    job_report.site_id         AS site,                  -- slug of the site concerned
    job_report.as_of           AS as_of,                 -- on which date or during which time it held (EDTF)
    job_report.as_of_from      AS as_of_from,            -- first day of as_of; empty: open or unknown
    job_report.as_of_to        AS as_of_to,              -- last day of as_of; empty: open or unknown
    job_report.as_of_basis     AS as_of_basis,           -- how as_of is known: stated, relative or inferred
    job_report.as_of_note      AS as_of_note,            -- how as_of was reckoned or inferred
    job_report.as_of_note_fr   AS as_of_note_fr,         -- the same in French
    fact.said_by               AS said_by,               -- slugs of whom the source quotes for it, joined by '; '
    fact.said_by_name          AS said_by_name,          -- names of those whom the source quotes, joined by '; '
    fact.conflicts_with        AS conflicts_with,        -- slugs of the claims in conflict with it, joined by '; '
    claim.preferred_because    AS preferred_because,     -- why this one is preferred, where claims conflict
    claim.preferred_because_fr AS preferred_because_fr,  -- the same in French
    claim.summary              AS summary,               -- the report in a line
    claim.summary_fr           AS summary_fr,            -- the same in French
    fact.sources               AS sources,               -- number of sources that support it
    fact.voices                AS voices,                -- number of independent texts among them
    claim.note                 AS note,                  -- the curator's remarks, doubts and reasoning
    claim.note_fr              AS note_fr                -- the same in French
FROM job_report
JOIN claim ON claim.id = job_report.id
JOIN fact ON fact.claim_id = job_report.id
JOIN country ON country.id = job_report.country_id
LEFT JOIN place ON place.id = job_report.place_id
