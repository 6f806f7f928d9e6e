-- How many claims rest on one article alone?
SELECT kind, COUNT(*) AS claims, SUM(CASE WHEN sources = 1 THEN 1 ELSE 0 END) AS on_one_source
FROM v_claims
GROUP BY kind
ORDER BY kind
