-- Names: every name by which an operator, institution, official, place, country or area is found; one row a name.
CREATE VIEW v_names AS
SELECT
    known.kind || ' ' || known.entity || ' ' || known.name AS id,  -- kind, entity and name in one
    known.kind      AS kind,                                       -- kind of what bears the name
    known.entity    AS entity,                                     -- its slug; of a country ISO 3166-1 alpha-2
    known.name      AS name,                                       -- the name as written
    known.name_kind AS name_kind,                                  -- kind of name; of a country or area always name
    known.folded    AS folded,                                     -- the name without case and accents
    known.used      AS used,                                       -- when it was in use (EDTF)
    known.used_from AS used_from,                                  -- first day of used; empty: open or unknown
    known.used_to   AS used_to,                                    -- last day of used; empty: open or unknown
    known.note      AS note,                                       -- where the name was seen
    known.note_fr   AS note_fr                                     -- the same in French
FROM (
    SELECT
        party.kind AS kind,
        party_name.party_id AS entity,
        party_name.name AS name,
        party_name.kind AS name_kind,
        party_name.folded AS folded,
        party_name.used AS used,
        party_name.used_from AS used_from,
        party_name.used_to AS used_to,
        party_name.note AS note,
        party_name.note_fr AS note_fr
    FROM party_name JOIN party ON party.id = party_name.party_id
    UNION ALL
    SELECT
        'place', place_name.place_id, place_name.name, place_name.kind, place_name.folded, NULL, NULL, NULL, NULL, NULL
    FROM place_name
    UNION ALL
    SELECT
        country.kind, country_name.country_id, country_name.name, 'name', country_name.folded, NULL, NULL, NULL, NULL, NULL
    FROM country_name JOIN country ON country.id = country_name.country_id
) AS known
