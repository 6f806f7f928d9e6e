-- Which claims can't both be true?
-- All are kept and cited; those of one conflict stand next to each other. Where one is preferred, preferred_because
-- says why. Copies of one text are one voice.
SELECT conflict, id, figure, status, published, sources, voices, preferred_because
FROM v_conflicts
ORDER BY conflict, id
