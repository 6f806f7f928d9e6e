-- Publishers: the register of outlets and bodies that publish articles, one row a publisher.
CREATE VIEW v_publishers AS
SELECT
    publisher.id         AS id,            -- slug of the publisher
    publisher.name       AS name,          -- the name by which all its spellings are stored
    (SELECT group_concat(entry, '; ') FROM (
        SELECT publisher_name.name AS entry
        FROM publisher_name
        WHERE publisher_name.publisher_id = publisher.id AND publisher_name.name <> publisher.name
        ORDER BY publisher_name.name COLLATE BINARY
    ) AS ordered)        AS other_names,   -- other spellings and former names, joined by '; '
    publisher.country_id AS country,       -- country where it appears, ISO 3166-1 alpha-2; empty: none or unknown
    country.name_en      AS country_name,  -- name of the country in English
    publisher.kind       AS kind,          -- press, agency, company, government ...; empty: unknown
    (
        SELECT COUNT(*)
        FROM source
        WHERE source.publisher_id = publisher.id
    )                    AS sources,       -- number of its articles
    publisher.note       AS note,          -- the curator's remarks, doubts and reasoning
    publisher.note_fr    AS note_fr        -- the same in French
FROM publisher
LEFT JOIN country ON country.id = publisher.country_id
