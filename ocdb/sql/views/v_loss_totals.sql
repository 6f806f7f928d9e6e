-- Totals of job losses in the common scopes, by the rule that counts no job twice; one row a scope, year, basis and
-- line. Lines are never added to each other: what happened and what is still planned are two, and so are seats and
-- trainees.
CREATE VIEW v_loss_totals AS
SELECT
    loss_total.id         AS id,          -- scope, basis, year and line in one
    loss_total.scope_kind AS scope_kind,  -- all, country, area (with all that lies in it), place or operator
    loss_total.scope      AS scope,       -- code or slug of the scope; empty for all
    CASE loss_total.scope_kind
        WHEN 'country' THEN country.name_en
        WHEN 'area' THEN country.name_en
        WHEN 'place' THEN place.label
        WHEN 'operator' THEN party.name
    END AS scope_name,                    -- name of the scope; empty for all
    loss_total.year       AS year,        -- only losses that lie wholly in this year; empty: all losses
    loss_total.basis      AS basis,       -- whose figures: operator, government, federation or analyst
    loss_total.line       AS line,        -- happened, planned, seats_happened, seats_planned, trainees_happened ...
    loss_total.low        AS low,         -- lower end of the total
    loss_total.high       AS high,        -- upper end; empty where a part is open
    loss_total.bound      AS bound,       -- exact, about, nearly, at_least, at_most or range
    loss_total.losses     AS losses       -- number of losses that count
FROM loss_total
LEFT JOIN country ON country.id = loss_total.scope
LEFT JOIN place ON place.id = loss_total.scope
LEFT JOIN party ON party.id = loss_total.scope
