-- Sources: the articles that the claims rest on, one row an article.
CREATE VIEW v_sources AS
SELECT
    source.id              AS id,               -- slug of the source
    source.publisher       AS publisher,        -- the outlet that published it, by its name in the register
    source.publisher_id    AS publisher_slug,   -- slug of the publisher in the register; empty: it isn't in there
    source.title           AS title,            -- title, exactly as printed
    (SELECT group_concat(entry, '; ') FROM (
        SELECT source_author.name AS entry
        FROM source_author
        WHERE source_author.source_id = source.id
        ORDER BY source_author.position
    ) AS ordered) AS authors,                   -- names as printed, in the printed order, joined by '; '
    source.url             AS url,              -- address
    source.language        AS language,         -- language of the text, ISO 639-1
    source.published       AS published,        -- date of publication (EDTF)
    source.published_from  AS published_from,   -- first day of published; empty: open or unknown
    source.published_to    AS published_to,     -- last day of published; empty: open or unknown
    source.published_basis AS published_basis,  -- how published is known: stated, relative or inferred
    source.published_note  AS published_note,   -- how published was reckoned or inferred
    source.published_note_fr AS published_note_fr, -- the same in French
    source.credited_to     AS credited_to,      -- the outlet that the article itself names as its origin
    source.syndicated_from AS syndicated_from,  -- the text that it is a copy of: another source, or one not held
    COALESCE(source.syndicated_from, source.id)
                           AS voice,            -- the text that it is a copy of, or itself: copies are one voice
    source.sha256          AS sha256,           -- SHA-256 of the normalised text, where it was held
    source.paragraphs      AS paragraphs,       -- number of paragraphs of that text
    source.extent          AS extent,           -- how much was read: whole or beginning; empty: not said
    (
        SELECT COUNT(DISTINCT citation.claim_id)
        FROM citation
        WHERE citation.source_id = source.id
    ) AS claims,                                -- number of claims that it supports or contradicts
    source.note            AS note,             -- the curator's remarks, doubts and reasoning
    source.note_fr         AS note_fr           -- the same in French
FROM source
