-- In how many countries does each operator have sites, planned ones apart?
SELECT
    operator_name AS operator,
    COUNT(DISTINCT country) AS countries,
    SUM(CASE WHEN status = 'planned' THEN 0 ELSE 1 END) AS sites,
    SUM(CASE WHEN status = 'planned' THEN 1 ELSE 0 END) AS planned
FROM v_sites
WHERE operator IS NOT NULL
GROUP BY operator_name
ORDER BY operator_name
