-- Operators: companies that run call centres or other outsourced services, one row a company.
CREATE VIEW v_operators AS
SELECT
    operator.id              AS id,                 -- slug of the operator
    party.name               AS name,               -- the name that lists show
    operator.home_country_id AS home_country,       -- country of its head office, ISO 3166-1 alpha-2
    country.name_en          AS home_country_name,  -- name of that country in English
    operator.founded         AS founded,            -- when it was founded (EDTF)
    operator.founded_from    AS founded_from,       -- first day of founded; empty: open or unknown
    operator.founded_to      AS founded_to,         -- last day of founded; empty: open or unknown
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party_name.name AS entry
        FROM party_name
        WHERE party_name.party_id = operator.id AND party_name.name <> party.name
        ORDER BY party_name.name COLLATE BINARY
    ) AS ordered)            AS other_names,        -- legal, brand, former and other names, joined by '; '
    on_record.sites          AS sites,              -- number of sites that it runs or ran, planned and closed ones included
    on_record.pledges        AS pledges,            -- number of job pledges that name it as an employer
    on_record.sources        AS sources,            -- number of sources in whose claims it occurs
    party.note               AS note,               -- the curator's remarks, doubts and reasoning
    party.note_fr            AS note_fr             -- the same in French
FROM operator
JOIN party ON party.id = operator.id
LEFT JOIN on_record ON on_record.kind = 'operator' AND on_record.key = operator.id
LEFT JOIN country ON country.id = operator.home_country_id
