-- How many dates of the timeline are stated, and how many were reckoned or inferred?
SELECT COALESCE(date_basis, 'no date') AS basis, COUNT(*) AS entries
FROM v_timeline
GROUP BY COALESCE(date_basis, 'no date')
ORDER BY COUNT(*) DESC
