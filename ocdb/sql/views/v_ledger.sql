-- The ledger: what became of each pledge; one row a pledge.
-- A verdict is sourced where a source gives it, else computed by the rules of docs/ledger.md. Silence is no_evidence.
-- To add up without counting a job twice take the rows in which counts is 1, a country, basis and line at a time, and
-- add up adds_low.
CREATE VIEW v_ledger AS
SELECT
    v_pledges.id               AS id,               -- slug of the pledge
    v_pledges.figure || ' ' || v_pledges.measure AS promised,  -- what was promised, as people write it: about 400 seats
    v_pledges.figure           AS figure,           -- the figure alone
    v_pledges.measure          AS measure,          -- what is counted: jobs, headcount, seats, hires, trainees
    v_pledges.reading          AS reading,          -- on top of what was there, or in all
    v_pledges.low              AS low,              -- lower end of the figure; empty for at_most
    v_pledges.high             AS high,             -- upper end of the figure; empty for at_least
    v_pledges.bound            AS bound,            -- exact, about, nearly, at_least, at_most or range
    v_pledges.basis            AS basis,            -- operator, government, federation or analyst
    v_pledges.sector           AS sector,           -- what it counts where it names no employer: call_centres, offshoring ...
    v_pledges.operator         AS operator,         -- slugs of the operators that are to employ, joined by '; '
    v_pledges.operator_name    AS operator_name,    -- names of the operators that are to employ, joined by '; '
    v_pledges.unnamed_operators AS unnamed_operators, -- number of operators in it that no source names
    v_pledges.institution      AS institution,      -- slugs of the institutions in it, joined by '; '
    v_pledges.institution_name AS institution_name, -- names of the institutions in it, joined by '; '
    v_pledges.said_by          AS said_by,          -- slugs of whom the source quotes for it, joined by '; '
    v_pledges.said_by_name     AS said_by_name,     -- names of those whom the source quotes, joined by '; '
    v_pledges.country          AS country,          -- country, ISO 3166-1 alpha-2; or an area: africa
    v_pledges.country_name     AS country_name,     -- name of the country in English
    v_pledges.place            AS place,            -- slug of the closest place known
    v_pledges.place_name       AS place_name,       -- name of that place
    v_pledges.site             AS site,             -- slug of the site concerned
    v_pledges.announced        AS announced,        -- when it was made (EDTF)
    v_pledges.announced_from   AS announced_from,   -- first day of announced; empty: open or unknown
    v_pledges.announced_to     AS announced_to,     -- last day of announced; empty: open or unknown
    v_pledges.due              AS due,              -- by when it is to be kept (EDTF)
    v_pledges.due_from         AS due_from,         -- first day of due; empty: open or unknown
    v_pledges.due_to           AS due_to,           -- last day of due; empty: open or unknown
    v_pledges.outcome          AS verdict,          -- what became of it, as of today
    ledger.while_open          AS while_open,       -- the verdict up to the day when it is due
    ledger.once_due            AS once_due,         -- the verdict once that day has passed
    CASE
        WHEN v_pledges.due_to < CURRENT_DATE THEN ledger.once_due_basis
        ELSE ledger.verdict_basis
    END AS verdict_basis,                           -- sourced: a source gives the verdict; computed: a rule does
    ledger.verdict_basis       AS while_open_basis, -- the same of while_open: a state on the way holds until due
    ledger.once_due_basis      AS once_due_basis,   -- the same of once_due
    ledger.shown               AS shown,            -- so much of it was there by the due day, at least; else at the first later report
    ledger.shown_high          AS shown_high,       -- so much of it was there at most, where reports show a miss
    (SELECT group_concat(entry, '; ') FROM (
        SELECT ledger_evidence.claim_id AS entry
        FROM ledger_evidence
        WHERE ledger_evidence.pledge_id = ledger.pledge_id AND ledger_evidence.bearing = 'decides'
        ORDER BY ledger_evidence.claim_id COLLATE BINARY
    ) AS ordered) AS decided_by,                    -- slugs of the claims that it rests on, joined by '; '
    CASE
        WHEN v_pledges.due_to < CURRENT_DATE THEN ledger.reason
        ELSE ledger.open_reason
    END AS reason,                                  -- why that is the verdict: a code
    CASE
        WHEN v_pledges.due_to < CURRENT_DATE THEN ledger.reason_details
        ELSE ledger.open_reason_details
    END AS reason_details,                          -- the parameters of the reason, as JSON
    ledger.reason              AS once_due_reason,  -- the reason once that day has passed
    ledger.reason_details      AS once_due_details, -- its parameters, as JSON
    ledger.open_reason         AS while_open_reason, -- the reason up to the day when the pledge is due
    ledger.open_reason_details AS while_open_details, -- its parameters, as JSON
    v_pledges.counts           AS counts,           -- 1 where it counts in the total of its country and basis
    v_pledges.line             AS line,             -- where it stands in a total: new_jobs, levels, hires, seats, trainees
    v_pledges.adds_low         AS adds_low,         -- how much it adds to that line for certain, at least
    v_pledges.adds_high        AS adds_high,        -- how much it adds to it at most; empty: open
    v_pledges.firmness         AS firmness,         -- commitment, announcement, ambition, forecast or capacity
    v_pledges.status           AS status,           -- standing, cancelled, revised or disputed
    v_pledges.denied           AS denied,           -- 1 where a source denies it and it isn't preferred, else 0
    v_pledges.summary          AS summary,          -- the pledge in a line
    v_pledges.summary_fr       AS summary_fr,       -- the same in French
    v_pledges.sources          AS sources,          -- number of sources that support it
    v_pledges.voices           AS voices            -- number of independent texts among them
FROM v_pledges
JOIN ledger ON ledger.pledge_id = v_pledges.id
