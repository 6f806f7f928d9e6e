-- Search: names, titles, summaries and notes as the search finds them, one row a record.
CREATE VIEW v_search AS
SELECT
    search_entry.id           AS id,            -- slug of the record
    search_entry.kind         AS kind,          -- kind of record
    search_entry.title        AS title,         -- name, title or summary
    search_entry.text         AS text,          -- everything else that is searched
    search_entry.folded_title AS folded_title,  -- title, slug and other names without case and accents
    search_entry.folded_text  AS folded_text    -- the text without case and accents
FROM search_entry
