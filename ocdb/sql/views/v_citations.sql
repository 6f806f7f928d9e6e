-- Citations: passages that support or contradict a claim, one row a passage and claim.
CREATE VIEW v_citations AS
SELECT
    citation.id           AS id,              -- claim, source and paragraph in one
    citation.claim_id     AS claim,           -- slug of the claim
    claim.kind            AS claim_kind,      -- kind of claim
    claim.summary         AS summary,         -- the claim in a line
    claim.summary_fr      AS summary_fr,      -- the same in French
    citation.source_id    AS source,          -- slug of the article
    source.publisher      AS publisher,       -- the outlet that published it
    source.title          AS title,           -- title of the article, exactly as printed
    source.url            AS url,             -- address of the article
    source.published      AS published,       -- date of publication (EDTF)
    source.published_from AS published_from,  -- first day of published; empty: open or unknown
    source.published_to   AS published_to,    -- last day of published; empty: open or unknown
    citation.paragraph    AS paragraph,       -- number of the paragraph, from 1; empty: text not held
    CASE WHEN source.sha256 IS NOT NULL THEN source.extent END
                          AS held,            -- how much of the text was hashed: whole or beginning; empty: none
    citation.stance       AS stance,          -- supports or contradicts
    citation.note         AS note,            -- the curator's remarks, doubts and reasoning
    citation.note_fr      AS note_fr          -- the same in French
FROM citation
LEFT JOIN claim ON claim.id = citation.claim_id
LEFT JOIN source ON source.id = citation.source_id
