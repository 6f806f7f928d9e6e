-- Totals of job pledges in the common scopes, by the rule that counts no job twice;
-- one row a scope, due date, basis and line.
-- Lines are never added to each other: new jobs, levels (people already there may be included), hires (some replace
-- people who leave), seats, trainees.
CREATE VIEW v_totals AS
SELECT
    total.id         AS id,          -- scope, due date, basis and line in one
    total.scope_kind AS scope_kind,  -- all, country, area (with all that lies in it), place or operator
    total.scope      AS scope,       -- code or slug of the scope; empty for all
    CASE total.scope_kind
        WHEN 'country' THEN country.name_en
        WHEN 'area' THEN country.name_en
        WHEN 'place' THEN place.label
        WHEN 'operator' THEN party.name
    END AS scope_name,               -- name of the scope; empty for all
    total.due_by     AS due_by,      -- only pledges due by this day; empty: all pledges
    total.basis      AS basis,       -- whose pledges: operator, government, federation or analyst
    total.line       AS line,        -- new_jobs, levels, hires, seats or trainees
    total.low        AS low,         -- promised for certain, at least
    total.high       AS high,        -- promised at most; empty where a part is open
    total.bound      AS bound,       -- exact, about, nearly, at_least, at_most or range
    total.pledges    AS pledges,     -- number of pledges that count
    total.commitment AS commitment,  -- how much of low is committed to
    total.announcement AS announcement,  -- how much of low is announced
    total.ambition   AS ambition,    -- how much of low is aimed at
    total.forecast   AS forecast,    -- how much of low is foreseen; none of operators
    total.capacity   AS capacity     -- how much of low there is room for; none of operators
FROM total
LEFT JOIN country ON country.id = total.scope
LEFT JOIN place ON place.id = total.scope
LEFT JOIN party ON party.id = total.scope
