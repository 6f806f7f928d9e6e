-- Search: names, titles, summaries, notes and labels of codes as the search finds them, one row a record.
CREATE VIEW v_search AS
SELECT
    search_entry.id           AS id,            -- slug of the record
    search_entry.kind         AS kind,          -- kind of record
    search_entry.title        AS title,         -- name, title or summary
    search_entry.title_fr     AS title_fr,      -- the same in French
    search_entry.text         AS text,          -- other names, notes, reasons, authors, and whom the sources quote
    search_entry.text_fr      AS text_fr,       -- the same in French
    search_entry.labels       AS labels,        -- its kinds, in both languages, with other words for them
    search_entry.folded_title AS folded_title,  -- slug, titles and other names without case and accents
    search_entry.folded_text  AS folded_text    -- texts and labels without case and accents
FROM search_entry
