-- Totals of job pledges in the common scopes, by the rule that counts no job twice;
-- one row a scope, due date, basis and measure.
CREATE VIEW v_totals AS
SELECT
    total.id         AS id,          -- scope, due date, basis and measure in one
    total.scope_kind AS scope_kind,  -- all, country, place or operator
    total.scope      AS scope,       -- code or slug of the scope; empty for all
    CASE total.scope_kind
        WHEN 'country' THEN country.name_en
        WHEN 'place' THEN place.name
        WHEN 'operator' THEN party.name
    END AS scope_name,               -- name of the scope; empty for all
    total.due_by     AS due_by,      -- only pledges due by this day; empty: all pledges
    total.basis      AS basis,       -- whose pledges: operator, government, federation or analyst
    total.measure    AS measure,     -- jobs (headcount and hires included), seats or trainees
    total.low        AS low,         -- lower end of the total
    total.high       AS high,        -- upper end; empty where a part is open
    total.bound      AS bound,       -- exact, about, nearly, at_least, at_most or range
    total.pledges    AS pledges      -- number of pledges that count
FROM total
LEFT JOIN country ON country.id = total.scope
LEFT JOIN place ON place.id = total.scope
LEFT JOIN party ON party.id = total.scope
