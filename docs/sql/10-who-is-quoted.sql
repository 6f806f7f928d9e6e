-- Who is quoted, in which role, and for how many claims?
SELECT v_claims.said_by_name AS speaker, v_officials.positions, COUNT(*) AS claims
FROM v_claims
LEFT JOIN v_officials ON v_officials.id = v_claims.said_by
WHERE v_claims.said_by IS NOT NULL
GROUP BY v_claims.said_by_name, v_officials.positions
ORDER BY COUNT(*) DESC, v_claims.said_by_name
