-- Which claims can't both be true?
-- Both are kept and cited. Where one is preferred, preferred_because says why.
SELECT id, kind, conflicts_with, preferred_because, sources
FROM v_claims
WHERE conflicts_with IS NOT NULL
ORDER BY id
