-- How many jobs were lost by country, and how many more are to go?
-- Lines are never added to each other, nor figures of operators to those of unions or of the press.
SELECT scope_name AS country, basis, line, low, high, bound, losses
FROM v_loss_totals
WHERE scope_kind = 'country' AND year IS NULL
ORDER BY scope_name, basis, line
