-- Which passages state the promises for Togo?
-- Paragraphs are the non-empty lines of the article, counted from 1 ([evidence](evidence.md)).
SELECT v_citations.claim, v_pledges.figure, v_citations.publisher, v_citations.published, v_citations.paragraph
FROM v_citations
JOIN v_pledges ON v_pledges.id = v_citations.claim
WHERE v_pledges.country = 'TG'
ORDER BY v_citations.claim, v_citations.paragraph
